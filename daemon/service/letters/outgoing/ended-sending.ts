import type { Delivery, Letter } from '../../../../shared/letter.ts';
import type { SentLetter } from '../../../probe/sent-letter.ts';
import type { EndedSending } from '../../../store/letters.ts';
import { statusOf } from '../../../store/status-of.ts';
import { nextTryMs } from './back-off.ts';

/** What cannot be written down now is tried again so much later. */
const heldBackMs = 60_000;

/**
 * What a try means for the letter: its `attempts` with this one, `done` of earlier ones. What an earlier try left unknown stays so
 * until the server accepts it: a refusal now says nothing of what it took then.
 */
export function endedSending(
  letter: Pick<Letter, 'attempts' | 'triedUntil'>,
  done: readonly Delivery[],
  sent: SentLetter,
  nowMs: number,
  doubtful: ReadonlySet<string> = new Set(),
): EndedSending {
  const now = sent.deliveries.map((each) =>
    each.outcome !== 'accepted' && doubtful.has(each.address)
      ? { ...each, outcome: 'unknown' as const }
      : each,
  );
  const deliveries = [...done, ...now];
  const { outcome, reply, queueId, failure } = sent;
  const told = { deliveries, reply, queueId, failureKind: failure?.kind };
  // Nobody waits any more: who has not got it will not.
  const final = deliveries.map((each) =>
    each.outcome === 'waiting' ? { ...each, outcome: 'refused' as const } : each,
  );
  if (outcome === 'unknown') return { ...told, deliveries: final, status: 'Unknown' };
  if (outcome === 'stopped') return { ...told, status: 'Ready', nextAttemptMs: nowMs };
  if (outcome === 'held back') return { ...told, status: 'Ready', nextAttemptMs: nowMs + heldBackMs };
  const wasPutOff = sent.deliveries.some((delivery) => delivery.outcome === 'waiting');
  const nextAttemptMs = wasPutOff ? nextTryMs(letter, nowMs) : undefined;
  if (nextAttemptMs !== undefined) return { ...told, status: 'Ready', nextAttemptMs };
  const reason = wasPutOff && letter.triedUntil !== undefined ? ('test_over' as const) : undefined;
  return { ...told, deliveries: final, status: statusOf(final), reason };
}
