import { Ellipsis } from 'lucide';
import { useMemo } from 'preact/hooks';
import { systemUserId } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { LevelBadge } from '../status/level-badge.tsx';
import { t } from '../words.ts';
import { accountName } from './account-name.ts';
import type { LogColumn } from './log-columns.ts';
import { RecordTime } from './record-time.tsx';

interface LogRowProps {
  record: LogRecord;
  row: number;
  /** Number of the row for screen readers; undefined where nobody knows how many came before. */
  number: number | undefined;
  columns: readonly LogColumn[];
  /** Tab leads to this one. */
  active: boolean;
  address: string;
}

/** One record on a line; its message leads to its page. A record never changes, so that it is seldom drawn anew. */
export function LogRow({ record, row, number, columns, active, address }: LogRowProps) {
  const account = columns.includes('accountId') && record.accountId ? accountName(record.accountId) : '';
  return useMemo(
    () => (
      <tr class="log-row" data-row={row} aria-rowindex={number}>
        {columns.map((column) => (
          <td key={column} class={`log-${column}`} data-field={column} lang={language(column)}>
            <Cell column={column} record={record} account={account} active={active} address={address} />
          </td>
        ))}
        <td class="log-acts">
          <button
            type="button"
            class="icon-button log-act"
            data-acts
            tabIndex={-1}
            aria-label={t('log.menu.open')}
            title={t('log.menu.open')}
          >
            <Icon of={Ellipsis} size={16} />
          </button>
        </td>
      </tr>
    ),
    [record, row, number, columns, active, address, account],
  );
}

interface CellProps extends Pick<LogRowProps, 'record' | 'active' | 'address'> {
  column: LogColumn;
  account: string;
}

function Cell({ column, record, account, active, address }: CellProps) {
  switch (column) {
    case 'createdAt':
      return <RecordTime iso={record.createdAt} />;
    case 'source':
      return <>{record.source}</>;
    case 'level':
      return <LevelBadge level={record.level} />;
    case 'message':
      return (
        <a href={address} data-record={record.id} tabIndex={active ? 0 : -1} dir="auto">
          {visibleText(record.message, 300)}
        </a>
      );
    case 'username':
      return <>{visibleText(record.username, 64)}</>;
    case 'createdBy':
      return <>{record.createdBy === systemUserId ? t('log.systemUser') : record.createdBy}</>;
    case 'accountId':
      return <>{account}</>;
    case 'testId':
      return <>{record.testId ?? ''}</>;
  }
}

/** The Main Log is kept in English. */
function language(column: LogColumn): string | undefined {
  return column === 'source' || column === 'message' ? 'en' : undefined;
}
