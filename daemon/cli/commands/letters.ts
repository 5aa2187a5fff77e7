import { subcommand } from '../subcommand.ts';

/** `mailprobe letters`: letters on record. */
export const letters = subcommand(
  'letters',
  { source: async () => (await import('./letters/source.ts')).letterSource },
  'source',
);
