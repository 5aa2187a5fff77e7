import type { AskedRecord } from '../../shared/condition/matches.ts';
import type { Id } from '../../shared/id.ts';
import type { LetterReason } from '../../shared/letter.ts';

/** A record as far as every list knows it. */
export type ListedRecord = AskedRecord & {
  readonly id: Id;
  /** Of a letter: how many of its recipients were refused. */
  readonly refused?: number | undefined;
  /** Of a letter, beside those in To. */
  readonly cc?: string | undefined;
  readonly bcc?: string | undefined;
  /** Of a letter: who has it in place of its recipients. */
  readonly redirectedTo?: string | undefined;
  /** Of a letter: why it was given up, where that is no word of a server's. */
  readonly reason?: LetterReason | undefined;
};
