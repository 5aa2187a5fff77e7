import type { ToldEnd } from '../../shared/round-trip-words/told-end.ts';
import { returnAddress } from '../../shared/round-trip-words/return-mailbox.ts';
import { eventOf, letterIdOf } from './event-of.ts';
import { teller } from './teller.ts';
import type { ShownTrip } from './shown-trip.ts';
import { t } from '../words.ts';

/** How a trip ended, in words; undefined while it is under way. */
export function toldTrip(trip: ShownTrip): ToldEnd | undefined {
  const { cancel, broken, trouble = '', from, to } = trip;
  if (cancel) return undefined;
  const end = eventOf(trip, 'finished');
  if (end) {
    const recipient = eventOf(trip, 'begun')?.recipient ?? '';
    return teller.end(end, {
      recipient,
      receivingType: to.connection.type,
      reportsTo: returnAddress(from, to),
    });
  }
  const sent = letterIdOf(trip) !== undefined;
  const isRefused = broken === 'refused';
  if (isRefused && !sent) return { tone: 'bad', title: t('roundTrip.refused'), why: [trouble], steps: [] };
  const told = teller.broken({
    how: isRefused ? 'ended' : (broken ?? 'lost'),
    sent,
    accepted: eventOf(trip, 'accepted'),
    folder: eventOf(trip, 'arrived')?.folder,
  });
  return isRefused ? { ...told, why: [trouble, ...told.why] } : told;
}
