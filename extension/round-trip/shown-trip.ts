import type { Account } from '../../shared/account.ts';
import type { RoundTripEvent } from '../../shared/round-trip.ts';

/** A round trip as this page has seen it so far. */
export interface ShownTrip {
  readonly from: Account;
  readonly to: Account;
  readonly cleanUp: boolean;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly events: readonly RoundTripEvent[];
  /** While it is under way. */
  readonly cancel?: () => void;
  /**
   * It ended before its fate was known: by the person, or nobody can say any more, or it never began, or the page was
   * loaded anew.
   */
  readonly broken?: 'cancelled' | 'lost' | 'refused' | 'left';
  /** Why, in a sentence. */
  readonly trouble?: string;
}
