import { contractNumber } from '../../shared/contract-number.ts';
import type { Connection } from '../state/connection.ts';
import { companionWords as words, type FaultWords } from '../words/companion.ts';
import { AllowButton } from './allow-button.tsx';
import { Fault } from './fault.tsx';
import { PairAgain } from './pair-again.tsx';

type TroubleState = Extract<Connection, { state: 'trouble' }>;

/** Why this browser, which is paired, does not reach its companion, and what to do about it. */
export function Trouble({ trouble }: { trouble: TroubleState }) {
  const { kind } = trouble;
  return (
    <>
      <Fault words={wordsOf(trouble)} tone={kind === 'stranger' ? 'bad' : 'caution'}>
        {kind === 'not_allowed' && <AllowButton />}
      </Fault>
      {kind === 'not_paired' && (
        <section class="panel">
          <h2 class="panel-title">{words.pair.title}</h2>
          <div class="panel-body">
            <PairAgain />
          </div>
        </section>
      )}
      {(kind === 'unreachable' || kind === 'lost' || kind === 'stranger') && (
        <details class="panel panel-more">
          <summary>{words.otherPort}</summary>
          <div class="panel-body">
            <PairAgain />
          </div>
        </details>
      )}
    </>
  );
}

function wordsOf({ kind, startCommand, contract }: TroubleState): FaultWords {
  if (kind === 'unreachable' || kind === 'lost') {
    return { ...words.troubles[kind], command: startCommand ?? words.start.command };
  }
  if (kind === 'wrong_version' && contract !== undefined && contract !== contractNumber) {
    return contract > contractNumber ? words.update.extension : words.update.companion;
  }
  return words.troubles[kind];
}
