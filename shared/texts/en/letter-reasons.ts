import type { LetterReason } from '../../letter.ts';
import { testLetterMinutes } from '../../test-letter-minutes.ts';

/** Why Mailprobe has given a letter up, or has not all of it; `short` where a list has room for a few words. */
export const letterReasonTexts: Record<LetterReason, string> & { short: Record<LetterReason, string> } = {
  account_deleted: 'Mailprobe has given it up: its account was deleted.',
  record_damaged: 'Mailprobe has given it up: its record is damaged, or it cannot be put together.',
  test_over: `Mailprobe has given it up: a test letter is not tried for longer than ${testLetterMinutes} minutes.`,
  daemon_ended: 'Mailprobe ended before the letter was handed over: nobody has got it.',
  unreadable: 'Mailprobe cannot read this letter: no way of reading it came to an end.',
  not_kept: 'Mailprobe cannot keep all of this letter: what is missing here was left out.',
  nothing_given: 'The server gives nothing of this letter.',
  withheld: 'The server lists this letter, and has not given it though it was asked for twice.',
  short: {
    account_deleted: 'Mailprobe: account deleted',
    record_damaged: 'Mailprobe: record damaged',
    test_over: 'Mailprobe: time for the test over',
    daemon_ended: 'Mailprobe: ended too early',
    unreadable: 'Mailprobe: cannot be read',
    not_kept: 'Mailprobe: not all of it kept',
    nothing_given: 'Mailprobe: server gives nothing',
    withheld: 'Mailprobe: not given by the server',
  },
};
