import { subcommand } from '../subcommand.ts';

/** `mailprobe letters`: letters on record. */
export const letters = subcommand(
  'letters',
  {
    get: async () => (await import('./letters/get.ts')).getLetter,
    source: async () => (await import('./letters/source.ts')).letterSource,
    retry: async () => (await import('./letters/retry.ts')).retryLetter,
    'give-up': async () => (await import('./letters/give-up.ts')).giveUpLetter,
  },
  'get',
);
