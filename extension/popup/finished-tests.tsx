import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { runs } from '../state/runs.ts';
import { accountState } from '../status/account-state.ts';
import { outcomeWords } from '../status/outcome-words.ts';
import { inDigits, t } from '../words.ts';
import { accountsSummary } from '../status/accounts-summary.ts';

/** More sentences at once nobody listens to. */
const mostSentences = 3;

/** Tells screen readers how tests ended, once, however they were started: each by its name, many in one sentence at their end. */
export function FinishedTests({ accounts }: { accounts: readonly TestedAccount[] }) {
  const [told, setTold] = useState('');
  const known = useRef<ReadonlySet<Id>>(undefined);
  const all = [...runs.value.values()];
  const finished = all.filter((run) => run.finished);
  const running = finished.length < all.length;
  useEffect(() => {
    const before = known.current;
    const wave = before ? all.filter(({ testId }) => !before.has(testId)) : [];
    // Many are told together, when the last one is over.
    if (wave.length > mostSentences && running) return;
    known.current = new Set(finished.map(({ testId }) => testId));
    const news = wave.filter((run) => run.finished);
    if (news.length > mostSentences) {
      const { worked, of } = accountsSummary(accounts);
      setTold(t('popup.finishedMany', { worked: inDigits(worked), of: inDigits(of) }));
      return;
    }
    const sentences = news.flatMap(({ accountId }) => {
      const tested = accounts.find(({ account }) => account.id === accountId);
      return tested ? [sentence(tested)] : [];
    });
    if (sentences.length > 0) setTold(sentences.join(' '));
  }, [finished.length, running]);
  return (
    <p class="unseen" aria-live="polite">
      {told}
    </p>
  );
}

function sentence(tested: TestedAccount): string {
  return t('popup.finished', {
    name: visibleText(tested.account.name, 128),
    state: t(`status.states.${accountState(tested)}`),
    outcome: outcomeWords(tested),
  });
}
