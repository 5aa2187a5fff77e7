import type { LetterReason } from '../../../shared/letter.ts';
import type { DealtUids, KnownUids } from '../../uids.ts';

/** Of one letter no more than this is read; its text is cut to as much anyway. */
export const mostOctets = 256 * 1024;

/** One letter as the server gave it. */
export interface FetchedLetter {
  /** UID (IMAP) or UIDL (POP3). */
  uid: string;
  /** Of the whole letter. */
  octets: number;
  /** Its first octets; undefined for one that the server refuses, or that cannot be read in part. */
  raw?: Buffer | undefined;
  /** What the server said in place of a letter. */
  refused?: string;
  /** Why there is nothing to read, where the server said nothing of it. */
  unread?: Extract<LetterReason, 'nothing_given' | 'withheld'>;
}

/** Letters that are taken together: new ones oldest first, left ones newest first. */
export interface FetchedBatch {
  letters: FetchedLetter[];
  /** IMAP: what is known of the mailbox after them. */
  uids?: DealtUids;
}

/** What is to be fetched, and who takes it. What it throws ends the walk. */
export interface FetchOrder {
  /** Those that are not known, or those that an earlier fetch has left as older ones. */
  of: 'new' | 'left';
  /** At most so many letters, the newest. */
  most: number;
  /** Those that an earlier fetch has left count as left too: the server is asked which of them are still there. */
  countsLeft: boolean;
  /** IMAP: what is known under this UIDVALIDITY. */
  known: (uidValidity: string) => Promise<KnownUids>;
  /** POP3: of all that the server lists, oldest first, the positions of the newest that are wanted. */
  unseen: (uidls: readonly string[]) => Promise<{ positions: readonly number[]; left: number }>;
  /** Told once it is known how many will come, and how many older ones will not. */
  begin: (count: { coming: number; left: number }) => void;
  /** Resolves when they are kept: only then the next ones are asked for. */
  take: (batch: FetchedBatch) => Promise<void>;
}
