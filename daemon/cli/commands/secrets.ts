import { subcommand } from '../subcommand.ts';

/** `mailprobe secrets`: where passwords lie. */
export const secrets = subcommand(
  'secrets',
  {
    show: async () => (await import('./secrets/show.ts')).showSecrets,
    move: async () => (await import('./secrets/move.ts')).moveSecrets,
    unlock: async () => (await import('./secrets/unlock.ts')).unlockSecrets,
  },
  'show',
);
