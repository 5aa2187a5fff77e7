import * as z from 'zod/mini';

/** Where a password lies; recorded for each account, so that no other place is ever asked. */
export const secretBackends = ['keychain', 'vault', 'vault-keyfile'] as const;
export const SecretBackend = z.enum(secretBackends);
export type SecretBackend = z.infer<typeof SecretBackend>;

/** `waiting` is ours: it was not asked yet, for asking may raise a prompt. */
const secretStates = [
  'ready',
  'waiting',
  'locked',
  'dismissed',
  'timeout',
  'crashed',
  'unavailable',
] as const;

/** Where new passwords are kept, and whether that answers. The sentences say what it means and what to do. */
export const SecretPlace = z.strictObject({
  backend: SecretBackend,
  state: z.enum(secretStates),
  sentence: z.string(),
  warning: z.optional(z.string()),
});
export type SecretPlace = z.infer<typeof SecretPlace>;
