import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { moveByArrows } from '../frame/move-by-arrows.ts';
import { runOf, runs } from '../state/runs.ts';
import { withRun } from '../status/with-run.ts';
import { counted, t } from '../words.ts';
import { AccountRow } from './account-row.tsx';
import { FilterBox } from './filter-box.tsx';
import { FinishedTests } from './finished-tests.tsx';
import { PageLink } from './page-link.tsx';
import { filterAccounts } from './popup-rows.ts';
import { useSettledOrder } from './use-settled-order.ts';

/** More rows than this do not fit without scrolling. */
const mostUnfiltered = 8;
/** More rows than this nobody scrolls through, and drawing a thousand would keep the popup from opening. */
const mostDrawn = 40;

/** The accounts, failing first; above eight with a box to filter them. */
export function AccountList({ accounts }: { accounts: readonly TestedAccount[] }) {
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const held = () => isRunning() || list.current?.matches(':hover, :focus-within') === true;
  const current = accounts.map((tested) => withRun(tested, runOf(tested.account.id)));
  const order = useSettledOrder(current, held);
  // With the rows, not a moment after: who sees them presses the first key.
  useLayoutEffect(() => {
    addEventListener('keydown', enterByArrow);
    return () => removeEventListener('keydown', enterByArrow);
  }, []);

  const fitting = new Map(filterAccounts(current, filter).map((tested) => [tested.account.id, tested]));
  const shown = order.flatMap((id) => fitting.get(id) ?? []);
  return (
    <>
      {accounts.length > mostUnfiltered && <FilterBox text={filter} onText={setFilter} />}
      <ul class="rows" ref={list} aria-label={t('popup.accounts')} onKeyDown={moveInRows}>
        {shown.slice(0, mostDrawn).map((tested) => (
          <AccountRow key={tested.account.id} tested={tested} />
        ))}
      </ul>
      {shown.length > mostDrawn && (
        <p class="rows-more">
          {counted('popup.more', shown.length - mostDrawn)}
          <PageLink to="#/accounts">{t('popup.moreLink')}</PageLink>
        </p>
      )}
      {shown.length === 0 && (
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

const openSelector = '.row-open';
const moveInRows = moveByArrows({ line: '.row', stop: openSelector, above: '#filter' });

/** The first Arrow Down of all, when nothing has the focus yet. */
function enterByArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || event.target !== document.body) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(openSelector)?.focus();
}

function isRunning(): boolean {
  return [...runs.value.values()].some(({ finished }) => !finished);
}
