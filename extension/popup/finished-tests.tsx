import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { runs } from '../state/runs.ts';
import { accountState } from '../status/account-state.ts';
import { outcomeWords } from '../status/outcome-words.ts';
import { t } from '../words.ts';

/** Tells screen readers how a test ended, once, however it was started. */
export function FinishedTests({ accounts }: { accounts: readonly TestedAccount[] }) {
  const [told, setTold] = useState('');
  const known = useRef<ReadonlySet<Id>>(undefined);
  const finished = [...runs.value.values()].filter((run) => run.finished);
  useEffect(() => {
    const news = known.current ? finished.filter(({ testId }) => !known.current?.has(testId)) : [];
    known.current = new Set(finished.map(({ testId }) => testId));
    const sentences = news.flatMap(({ accountId }) => {
      const tested = accounts.find(({ account }) => account.id === accountId);
      return tested ? [sentence(tested)] : [];
    });
    if (sentences.length > 0) setTold(sentences.join(' '));
  }, [finished.length]);
  return (
    <p class="unseen" aria-live="polite">
      {told}
    </p>
  );
}

function sentence(tested: TestedAccount): string {
  const state = t(`status.states.${accountState(tested)}`);
  return t('popup.finished', { name: tested.account.name, state, outcome: outcomeWords(tested) });
}
