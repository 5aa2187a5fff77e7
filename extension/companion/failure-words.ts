import type { PairingFailure } from '../link/pairing.ts';
import { commands } from './commands.ts';
import { type FaultWords, faultWords } from './fault-words.ts';

/** Why a pairing came to nothing, and what to do about it. */
export function failureWords(failure: PairingFailure): FaultWords {
  return faultWords(`companion.failures.${failure}`, helping[failure]);
}

const helping: Partial<Record<PairingFailure, string>> = {
  wrong_code: commands.pair,
  closed: commands.pair,
  expired: commands.pair,
  taken: commands.pair,
  full: commands.clients,
};
