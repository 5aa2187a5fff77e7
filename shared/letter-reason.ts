import type { LetterReason } from './letter.ts';
import { letterReasonTexts as english } from './texts/en/letter-reasons.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('letterReasons', english);

/** Why Mailprobe has given a letter up, or has not all of it, as one sentence. */
export function letterReasonWords(reason: LetterReason): string {
  return texts()[reason];
}

/** The same in a few words that say whose they are: they stand where a server's would. */
export function shortReasonWords(reason: LetterReason): string {
  return texts().short[reason];
}
