import * as z from 'zod/mini';
import { SecretPlace } from './secret-place.ts';

/** What every daemon of every version says first: the rest may differ. */
export const DaemonGreeting = z.looseObject({ contract: z.number(), version: z.string() });

/** What the Companion page and `mailprobe status` show. */
export const DaemonStatus = z.strictObject({
  contract: z.number(),
  version: z.string(),
  dataDirectory: z.string(),
  /** Whole, with absolute paths: what the page shows when the daemon does not answer. */
  startCommand: z.string(),
  /** Login name of the OS. */
  person: z.string(),
  pairedBrowsers: z.number(),
  secrets: SecretPlace,
  diskFull: z.boolean(),
});
export type DaemonStatus = z.infer<typeof DaemonStatus>;
