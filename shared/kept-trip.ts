import * as z from 'zod/mini';
import { Id } from './id.ts';
import { RoundTripEvent } from './round-trip.ts';

/** A round trip as the tab that watched it keeps it over a reload: accounts by ID, and no setting of theirs. */
export const KeptTrip = z.strictObject({
  from: Id,
  to: Id,
  cleanUp: z.boolean(),
  events: z.array(RoundTripEvent),
  /** It ended while the page was there. */
  over: z.boolean(),
  broken: z.optional(z.enum(['cancelled', 'lost', 'refused', 'left'])),
  trouble: z.optional(z.string()),
});
export type KeptTrip = z.infer<typeof KeptTrip>;
