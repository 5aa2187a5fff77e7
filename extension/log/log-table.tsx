import { useMemo } from 'preact/hooks';
import { systemUserId } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { moveByArrows } from '../frame/move-by-arrows.ts';
import { LevelBadge } from '../status/level-badge.tsx';
import { t } from '../words.ts';
import { recordAddress } from '../addresses/log-address.ts';
import { RecordTime } from './record-time.tsx';

const moveInLines = moveByArrows({ line: 'tr', stop: 'a' });
const columns = ['createdAt', 'source', 'level', 'message', 'username', 'createdBy'] as const;

/** One line for each record; the message leads to the record's page. Arrow keys go from line to line. */
export function LogTable({ records }: { records: readonly LogRecord[] }) {
  return (
    <table class="log-table">
      <caption class="unseen">{t('log.caption')}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} class={`log-${name}`} scope="col">
              {t(`log.columns.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveInLines}>
        {records.map((record) => (
          <LogLine key={record.id} record={record} />
        ))}
      </tbody>
    </table>
  );
}

// A record never changes: thousands of lines are not drawn anew for each that comes in.
function LogLine({ record }: { record: LogRecord }) {
  const { id, createdAt, source, level, message, username, createdBy } = record;
  return useMemo(
    () => (
      <tr>
        <td class="log-createdAt">
          <RecordTime iso={createdAt} />
        </td>
        <td class="log-source" lang="en">
          {source}
        </td>
        <td class="log-level">
          <LevelBadge level={level} />
        </td>
        <td class="log-message" lang="en" dir="auto">
          <a href={recordAddress(id)} data-record={id}>
            {visibleText(message, 300)}
          </a>
        </td>
        <td class="log-username">{visibleText(username, 64)}</td>
        <td class="log-createdBy">{createdBy === systemUserId ? t('log.systemUser') : createdBy}</td>
      </tr>
    ),
    [id],
  );
}
