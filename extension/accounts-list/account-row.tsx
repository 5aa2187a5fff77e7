import { type Security, securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import { isAway } from '../state/connection.ts';
import { runOf } from '../state/runs.ts';
import { Age } from '../status/age.tsx';
import { withRun } from '../status/with-run.ts';
import { runningStage } from '../status/walk.ts';
import { t } from '../words.ts';
import { LatencyCell } from './latency-cell.tsx';
import { StateCell } from './state-cell.tsx';
import { stopTests, testOne } from './test-all.ts';
import { leaveFrom } from './use-active-row.ts';
import { memo } from './memo.ts';

export interface AccountRowProps {
  tested: TestedAccount;
  index: number;
  selected: boolean;
  /** Tab leads to this one. */
  active: boolean;
  measure: (row: HTMLTableRowElement | null) => void;
  onSelect: (id: Id) => void;
  onFocus: (id: Id) => void;
}

/** One account: what it is, how it is and since when, and its test. */
export function AccountRow({
  tested: known,
  index,
  selected,
  active,
  measure,
  onSelect,
  onFocus,
}: AccountRowProps) {
  const { id, label, connection } = known.account;
  const name = visibleText(known.account.name, 128);
  const run = runOf(id);
  const tested = withRun(known, run);
  const { account, lastTest, recent = [] } = tested;
  const running = run && !run.finished ? { testId: run.testId, stage: runningStage(run.events) } : undefined;
  const security = securityOf(connection);
  const server = `${connection.server}:${connection.port}`;
  const type = t(`accounts.types.${connection.type}`);
  const tabIndex = active ? 0 : -1;
  return (
    <tr
      class={[
        'account-row',
        account.active ? '' : 'account-row-inactive',
        selected ? 'account-row-selected' : '',
      ].join(' ')}
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      onFocusIn={() => onFocus(id)}
    >
      <td class="column-check">
        <input
          class="row-check"
          type="checkbox"
          tabIndex={tabIndex}
          checked={selected}
          aria-label={t('accounts.list.select', { name })}
          onChange={() => onSelect(id)}
        />
      </td>
      <th scope="row" class="column-name">
        <a
          class="account-link"
          dir="auto"
          tabIndex={tabIndex}
          href={recordAddress(id)}
          data-account={id}
          onClick={() => leaveFrom(id)}
        >
          {name}
        </a>
        {label ? (
          <span class="account-label" dir="auto">
            {visibleText(label)}
          </span>
        ) : null}
        <span class="account-where">{`${type} · ${server}`}</span>
      </th>
      <MemoType type={type} />
      <td class="column-server">
        <span class="account-server" title={server}>
          {server}
        </span>
        <MemoSecured security={security} />
      </td>
      <MemoSettings security={security} active={account.active} />
      <td class="column-state">
        <StateCell tested={tested} run={running} />
      </td>
      <td class="column-tested">{lastTest ? <Age iso={lastTest.endedAt} /> : t('accounts.list.never')}</td>
      <td class="column-latency">
        <LatencyCell recent={recent} />
      </td>
      <td class="column-test">
        <button
          type="button"
          class="button button-row"
          tabIndex={tabIndex}
          disabled={isAway.value}
          aria-label={t(running ? 'accounts.list.stopOf' : 'accounts.list.testOf', { name })}
          onClick={() => void (running ? stopTests([running.testId]) : testOne(id))}
        >
          {t(running ? 'accounts.list.stop' : 'accounts.list.test')}
        </button>
      </td>
    </tr>
  );
}

// Most accounts have these in common, so that a search that finds others leaves them as they are.

const MemoType = memo(({ type }: { type: string }) => (
  <td class="column-type">
    <span class="account-type">{type}</span>
  </td>
));

const MemoSecured = memo(({ security }: { security: Security }) => (
  <span class={security === 'plain' ? 'account-secured account-plain' : 'account-secured'}>
    {t(`accounts.securities.${security}`)}
  </span>
));

const MemoSettings = memo(({ security, active }: { security: Security; active: boolean }) => (
  <>
    <td class={security === 'plain' ? 'column-security account-plain' : 'column-security'}>
      {t(`accounts.securities.${security}`)}
    </td>
    <td class="column-active">{t(active ? 'accounts.list.active.yes' : 'accounts.list.active.no')}</td>
  </>
));
