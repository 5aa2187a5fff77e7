import type { RoundTripEvent } from '../../shared/round-trip.ts';
import type { ShownTrip } from './shown-trip.ts';

/** The first event of this type that a trip has told; undefined before it. */
export function eventOf<Type extends RoundTripEvent['type']>({ events }: ShownTrip, type: Type) {
  return events.find((event): event is Extract<RoundTripEvent, { type: Type }> => event.type === type);
}

/** The letter's record, as soon as it is known; of one that was not sent there is none. */
export function letterIdOf(trip: ShownTrip): string | undefined {
  return eventOf(trip, 'finished')?.letterId ?? eventOf(trip, 'recorded')?.letterId;
}
