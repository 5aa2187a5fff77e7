import type { Account } from '../../../../shared/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Stage } from '../../../../shared/stage.ts';
import type { Person } from '../../../store/person.ts';
import type { StoredLogin } from '../counted-walk.ts';

/** One fetch that somebody wants, a person or the clock. */
export interface FetchAsked extends Pick<StoredLogin, 'accountId' | 'account' | 'silent'> {
  byDefault: boolean;
  who: Person;
  signal: AbortSignal;
  /** So many of those that an earlier fetch has left, in place of what is new. */
  older?: number | undefined;
  progress?: ((now: FetchCount & { coming: number }) => Promise<void>) | undefined;
}

interface FetchCount {
  /** New on record. */
  letters: number;
  /** Of them, sent to their own sender. */
  ignored: number;
}

/** What one fetch has brought, as far as it came. */
export interface FetchEnd extends FetchCount {
  /** As it was when its turn had come. */
  account: Account;
  /** Of them, those that could not be read. */
  unread: number;
  /** Older ones that are left on the server, unrecorded: for a person all of them, for the clock those that it left now. */
  left: number;
  /** How many were to come, once the server has listed them; and with how many of them it is done. */
  coming?: number;
  done: number;
  /** The first of them. */
  named: { id: Id; sender: string }[];
  /** What the server did wrong. */
  failed?: { stage: Stage; failure: Failure };
  /** Why it was broken off otherwise: the signal's reason, or what kept the letters from being recorded. */
  broken?: { reason: unknown };
}
