import { t } from '../words.ts';
import { AllowButton } from './allow-button.tsx';
import { Fault } from './fault.tsx';
import { PairAgain } from './pair-again.tsx';
import { type TroubleState, troubleWords } from './trouble-words.ts';

/** Why this browser, which is paired, does not reach its companion, and what to do about it. */
export function Trouble({ trouble }: { trouble: TroubleState }) {
  const { kind } = trouble;
  return (
    <>
      <Fault words={troubleWords(trouble)} tone={kind === 'stranger' ? 'bad' : 'caution'}>
        {kind === 'not_allowed' && <AllowButton />}
      </Fault>
      {kind === 'not_paired' && (
        <section class="panel">
          <h2 class="panel-title">{t('companion.pair.title')}</h2>
          <div class="panel-body">
            <PairAgain />
          </div>
        </section>
      )}
      {(kind === 'unreachable' || kind === 'lost' || kind === 'stranger') && (
        <details class="panel panel-more">
          <summary>{t('companion.otherPort')}</summary>
          <div class="panel-body">
            <PairAgain />
          </div>
        </details>
      )}
    </>
  );
}
