import { russian } from './ru.ts';
import { tripTeller } from './trip-teller.ts';

/** Says in Russian how a round trip went. */
export const teller = tripTeller(russian);
