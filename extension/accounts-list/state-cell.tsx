import { CircleSlash } from 'lucide';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { RunShown } from '../status/account-state.ts';
import { accountState } from '../status/account-state.ts';
import { AccountStateBadge } from '../status/account-state-badge.tsx';
import { Icon } from '../status/icon.tsx';
import { outcomeWords } from '../status/outcome-words.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { skipped } from './test-all.ts';

/** Symbol and word of the state, below it the cause, the warning, or what was found; or why the account was left out of the tests. */
export function StateCell({ tested, run }: { tested: TestedAccount; run: RunShown | undefined }) {
  const reason = run ? undefined : skipped.value.get(tested.account.id);
  if (reason && !saysItself.has(accountState(tested)))
    return (
      <>
        <span class="state">
          <Icon of={CircleSlash} class="state-icon" />
          <span class="state-word">{t('accounts.list.skipped')}</span>
        </span>
        <span class="account-result" title={visibleText(reason)}>
          {visibleText(reason)}
        </span>
      </>
    );
  const outcome = resultOf(tested);
  return (
    <>
      <AccountStateBadge tested={tested} run={run} />
      <span class="account-result" title={outcome}>
        {outcome}
      </span>
    </>
  );
}

/** Their word is the reason. */
const saysItself = new Set<ReturnType<typeof accountState>>(['password_needed', 'guarded']);

/** Empty where it would only repeat the state. */
function resultOf(tested: TestedAccount): string {
  const words = outcomeWords(tested);
  const { verdict, changed } = tested.lastTest ?? {};
  const says = tested.account.hasPassword && verdict !== undefined && verdict !== 'cancelled' && !changed;
  return says ? words : '';
}
