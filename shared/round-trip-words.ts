import { english } from './round-trip-words/en.ts';
import { tripTeller } from './round-trip-words/trip-teller.ts';

/** Says in English how a round trip went; a page of another language loads that one alone. */
export const teller = tripTeller(english);
