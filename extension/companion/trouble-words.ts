import { contractNumber } from '../../shared/contract-number.ts';
import type { Connection } from '../state/connection.ts';
import { commands } from './commands.ts';
import { type FaultWords, faultWords } from './fault-words.ts';

export type TroubleState = Extract<Connection, { state: 'trouble' }>;

/** A trouble with the companion in words: with its own start command where it is known, and which side is older. */
export function troubleWords({ kind, startCommand, contract }: TroubleState): FaultWords {
  if (kind === 'unreachable' || kind === 'lost') {
    return faultWords(`companion.troubles.${kind}`, startCommand ?? commands.start);
  }
  if (kind === 'wrong_version' && contract !== undefined && contract !== contractNumber) {
    return contract > contractNumber
      ? faultWords('companion.update.extension', commands.start)
      : faultWords('companion.update.companion', commands.update);
  }
  return faultWords(`companion.troubles.${kind}`);
}
