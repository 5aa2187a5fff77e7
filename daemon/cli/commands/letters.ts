import { subcommand } from '../subcommand.ts';

/** `mailprobe letters`: letters that came and letters that are sent. */
export const letters = subcommand(
  'letters',
  {
    list: async () => (await import('./letters/list.ts')).listLetters,
    export: async () => (await import('./letters/export.ts')).exportLetters,
  },
  'list',
);
