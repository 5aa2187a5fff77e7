import type { TestedAccount } from '../../shared/account-status.ts';
import { accountState, type RunShown } from '../status/account-state.ts';
import { stageWord } from '../status/account-state-badge.tsx';
import { Age } from '../status/age.tsx';
import { outcomeWords } from '../status/outcome-words.ts';
import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';

interface RowLineProps {
  tested: TestedAccount;
  run: RunShown | undefined;
  refusal: string;
}

/** Below the name: the cause as a link to what to do, or what was found, with its age; two lines where it takes two. */
export function RowLine({ tested, run, refusal }: RowLineProps) {
  const { account, lastTest } = tested;
  if (run) return <p class="row-line row-running">{stageWord(run)}</p>;
  if (refusal)
    return (
      <p class="row-line row-refusal" role="alert">
        {refusal}
      </p>
    );
  const state = accountState(tested);
  const outcome = outcomeWords(tested);
  const word = t(`status.states.${state}`);
  const words = wordFirst.has(state) && outcome !== word ? `${word} · ${outcome}` : outcome;
  const led = linked.has(state);
  return (
    <p class="row-line">
      <span class="row-outcome" title={words}>
        {led ? <PageLink to={`#/accounts/${account.id}`}>{words}</PageLink> : words}
      </span>
      {lastTest && (
        <span class="row-after">
          <Age iso={lastTest.endedAt} />
        </span>
      )}
    </p>
  );
}

/** Where the record says what to do. */
const linked = new Set<ReturnType<typeof accountState>>(['failed', 'guarded', 'warning', 'password_needed']);

/** Where the last test does not say all. */
const wordFirst = new Set<ReturnType<typeof accountState>>(['inactive', 'guarded']);
