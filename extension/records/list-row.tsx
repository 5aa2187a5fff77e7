import { Ellipsis } from 'lucide';
import { useMemo } from 'preact/hooks';
import { systemUserId } from '../../shared/id.ts';
import { type ConditionField, conditionFields } from '../../shared/condition/fields.ts';
import { logLevels } from '../../shared/log.ts';
import { letterReasonWords, shortReasonWords } from '../../shared/letter-reason.ts';
import { allRecipients } from '../../shared/letter-recipients.ts';
import { type LetterReason, letterStatuses } from '../../shared/letter.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { Icon } from '../status/icon.tsx';
import { LetterStatusBadge } from '../status/letter-status-badge.tsx';
import { LevelBadge } from '../status/level-badge.tsx';
import { t } from '../words.ts';
import { AddressWords } from './address-words.tsx';
import { accountName } from './account-name.ts';
import type { ListedRecord } from './listed-record.ts';
import { RecordTime } from './record-time.tsx';
import { useKind } from './use-kind.ts';

interface ListRowProps {
  record: ListedRecord;
  row: number;
  /** Number of the row for screen readers; undefined where nobody knows how many came before. */
  number: number | undefined;
  columns: readonly ConditionField[];
  /** Tab leads to this one. */
  active: boolean;
  address: string;
}

/** One record on a line; one column leads to its page. One that is the same is not drawn anew. */
export function ListRow({ record, row, number, columns, active, address }: ListRowProps) {
  const { words, linked } = useKind();
  const account = columns.includes('accountId') && record.accountId ? accountName(record.accountId) : '';
  return useMemo(
    () => (
      <tr class="records-row" data-row={row} aria-rowindex={number}>
        {columns.map((column) => (
          <td
            key={column}
            class={column === linked ? `records-${column} records-linked` : `records-${column}`}
            data-field={column}
            lang={language(column)}
            // Its beginning is what is seen of a long one, whatever it is written in.
            dir={column === linked ? 'auto' : undefined}
          >
            {column === linked ? (
              <a href={address} data-record={record.id} tabIndex={active ? 0 : -1}>
                {visibleText(record[column] ?? '', 300) || t('records.noText')}
              </a>
            ) : (
              <Cell column={column} record={record} account={account} />
            )}
          </td>
        ))}
        <td class="records-acts">
          <button
            type="button"
            class="icon-button records-act"
            data-acts
            tabIndex={-1}
            aria-label={t(`${words}.menu`)}
            title={t(`${words}.menu`)}
          >
            <Icon of={Ellipsis} size={16} />
          </button>
        </td>
      </tr>
    ),
    [record, row, number, columns, active, address, account, words, linked],
  );
}

interface CellProps {
  column: ConditionField;
  record: ListedRecord;
  /** Its name. */
  account: string;
}

function Cell({ column, record, account }: CellProps) {
  const value = record[column];
  switch (column) {
    case 'level': {
      const level = logLevels.find((known) => known === value);
      return level ? <LevelBadge level={level} /> : null;
    }
    case 'status': {
      const status = letterStatuses.find((known) => known === value);
      return status ? <LetterStatusBadge status={status} refused={record.refused} /> : null;
    }
    case 'reply':
      if (value === undefined && record.reason !== undefined) return <OwnReason reason={record.reason} />;
      return <>{visibleText(value ?? '', 300)}</>;
    case 'recipients':
      return <Recipients recipients={allRecipients(record)} redirectedTo={record.redirectedTo} />;
    case 'sender':
      return <AddressWords text={visibleText(value ?? '', 300)} />;
    case 'createdBy':
      return <>{value === systemUserId ? t('records.systemUser') : value}</>;
    case 'accountId':
      return <>{account}</>;
    default:
      if (conditionFields[column].type === 'time') return value ? <RecordTime iso={value} /> : null;
      return <>{visibleText(value ?? '', column === 'username' ? 64 : 300)}</>;
  }
}

/** Who has it comes first: nobody takes it for the one it was kept from. */
function Recipients({ recipients, redirectedTo }: { recipients: string; redirectedTo: string | undefined }) {
  const named = <AddressWords text={visibleText(recipients, 300)} />;
  if (redirectedTo === undefined) return named;
  return (
    <>
      <AddressWords text={visibleText(redirectedTo, 300)} />{' '}
      <em class="records-own">{t('records.insteadOf')}</em> {named}
    </>
  );
}

/** Where the server has said nothing it is said in words of ours, and marked as such. */
function OwnReason({ reason }: { reason: LetterReason }) {
  return (
    <em class="records-own" title={letterReasonWords(reason)}>
      {shortReasonWords(reason)}
    </em>
  );
}

/** The Main Log is kept in English. */
function language(column: ConditionField): string | undefined {
  return column === 'source' || column === 'message' ? 'en' : undefined;
}
