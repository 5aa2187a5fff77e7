import { contractNumber } from '../../shared/contract-number.ts';
import type { Connection } from '../state/connection.ts';
import { companionWords as words, type FaultWords } from '../words/companion.ts';

export type TroubleState = Extract<Connection, { state: 'trouble' }>;

/** A trouble with the companion in words: with its own start command where it is known, and which side is older. */
export function troubleWords({ kind, startCommand, contract }: TroubleState): FaultWords {
  if (kind === 'unreachable' || kind === 'lost') {
    return { ...words.troubles[kind], command: startCommand ?? words.start.command };
  }
  if (kind === 'wrong_version' && contract !== undefined && contract !== contractNumber) {
    return contract > contractNumber ? words.update.extension : words.update.companion;
  }
  return words.troubles[kind];
}
