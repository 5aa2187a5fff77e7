import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { runOf, runs } from '../state/runs.ts';
import { withRun } from '../status/with-run.ts';
import { t } from '../words.ts';
import { AccountRow } from './account-row.tsx';
import { FilterBox } from './filter-box.tsx';
import { FinishedTests } from './finished-tests.tsx';
import { enterByArrow, moveByArrows } from './move-by-arrows.ts';
import { filterAccounts } from './popup-rows.ts';
import { useSettledOrder } from './use-settled-order.ts';

/** More rows than this do not fit without scrolling. */
const mostUnfiltered = 8;

/** The accounts, failing first; above eight with a box to filter them. */
export function AccountList({ accounts }: { accounts: readonly TestedAccount[] }) {
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const held = () => isRunning() || list.current?.matches(':hover, :focus-within') === true;
  const current = accounts.map((tested) => withRun(tested, runOf(tested.account.id)));
  const order = useSettledOrder(current, held);
  useEffect(() => {
    addEventListener('keydown', enterByArrow);
    return () => removeEventListener('keydown', enterByArrow);
  }, []);

  const shown = new Map(filterAccounts(current, filter).map((tested) => [tested.account.id, tested]));
  return (
    <>
      {accounts.length > mostUnfiltered && <FilterBox text={filter} onText={setFilter} />}
      <ul class="rows" ref={list} aria-label={t('popup.accounts')} onKeyDown={moveByArrows}>
        {order.map((id) => {
          const tested = shown.get(id);
          return tested && <AccountRow key={id} tested={tested} />;
        })}
      </ul>
      {shown.size === 0 && (
        <div class="popup-note" role="status">
          <p>{t('popup.nothingFits', { text: filter.trim() })}</p>
          <button type="button" class="button" onClick={() => setFilter('')}>
            {t('popup.clearFilter')}
          </button>
        </div>
      )}
      <FinishedTests accounts={current} />
    </>
  );
}

function isRunning(): boolean {
  return [...runs.value.values()].some(({ finished }) => !finished);
}
