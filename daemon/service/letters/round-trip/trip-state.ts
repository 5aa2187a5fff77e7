import type { Arrival, Bounce, CleanedUp, RoundTripEnd } from '../../../../shared/round-trip.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { SentOnce } from './send-once.ts';

/** What is known of a round trip so far. */
export interface TripState {
  sentOnce?: SentOnce;
  arrivals: Arrival[];
  /** The folders that it was looked for in. */
  searched: Set<string>;
  /** What became of the letters that were to be deleted again. */
  cleaned: CleanedUp[];
  /** The letter is given up, or still being tried (`delayed`). */
  bounce?: Bounce;
  /** What broke the watching off. */
  watchFailed?: Extract<TestEvent, { type: 'failed' }> | undefined;
}

/** The one fate of a round trip that is over. */
export function endOfTrip(state: TripState, ms: number): RoundTripEnd {
  const { sentOnce, arrivals, searched, bounce, watchFailed } = state;
  const { letterId, sent } = sentOnce ?? {};
  const receiving = watchFailed && {
    part: 'receiving' as const,
    stage: watchFailed.stage,
    failure: watchFailed.failure,
  };
  const known = {
    type: 'finished' as const,
    ms,
    copies: arrivals.length,
    ...(arrivals.length === 0 && searched.size > 0 && { searched: [...searched] }),
    ...(letterId !== undefined && { letterId }),
    ...(bounce && { bounce }),
    ...(sent?.reply !== undefined && { reply: sent.reply }),
    ...(sent?.queueId !== undefined && { queueId: sent.queueId }),
  };
  const [arrival] = arrivals;
  if (arrival) return { ...known, ...receiving, fate: 'arrived', arrival };
  if (!sentOnce || !sent) return { ...known, ...receiving, fate: 'not_watched' };
  if (bounce && bounce.action !== 'delayed') return { ...known, fate: 'returned' };
  if (sent.outcome === 'taken') return { ...known, ...receiving, fate: 'not_seen' };
  if (sent.outcome === 'unknown') return { ...known, ...receiving, fate: 'unknown' };
  const { failure } = sent;
  const sending = {
    part: 'sending' as const,
    ...(sentOnce.stage && { stage: sentOnce.stage }),
    ...(failure && { failure }),
  };
  if (!sentOnce.reachedLetter) return { ...known, ...sending, fate: 'not_sent' };
  const lasting = sent.deliveries.some(({ outcome }) => outcome === 'refused');
  return { ...known, ...sending, fate: lasting ? 'refused' : 'deferred' };
}
