import { subcommand } from '../subcommand.ts';

/** `mailprobe letters`: letters that came and letters that are sent. */
export const letters = subcommand(
  'letters',
  {
    list: async () => (await import('./letters/list.ts')).listLetters,
    export: async () => (await import('./letters/export.ts')).exportLetters,
    get: async () => (await import('./letters/get.ts')).getLetter,
    source: async () => (await import('./letters/source.ts')).letterSource,
    retry: async () => (await import('./letters/retry.ts')).retryLetter,
    'give-up': async () => (await import('./letters/give-up.ts')).giveUpLetter,
  },
  'list',
);
