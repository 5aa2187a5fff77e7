import { Note, WaitingNote } from '../frame/note.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { type LogFilter, logAddress } from '../addresses/log-address.ts';
import type { LogRecords } from './use-log-records.ts';

interface LogNoteProps {
  records: LogRecords;
  filter: LogFilter;
}

/** In place of the list: nothing fits, nothing could be read, or not yet. Why the companion is away stands above. */
export function LogNote({ records: { shown, trouble, again }, filter }: LogNoteProps) {
  if (isAway.value) return null;
  if (trouble)
    return (
      <Note title={t('log.failedTitle')} lead={trouble}>
        <button type="button" class="button" onClick={again}>
          {t('log.again')}
        </button>
      </Note>
    );
  if (!shown) return <WaitingNote words={t('log.loading')} />;
  if (logAddress(filter) === logAddress({}))
    return (
      <Note title={t('log.emptyTitle')} lead={t('log.emptyLead')}>
        <a class="button" href="#/accounts">
          {t('log.emptyLink')}
        </a>
      </Note>
    );
  return (
    <Note title={t('log.nothingTitle')}>
      <a class="button" href={logAddress({})}>
        {t('log.clearAll')}
      </a>
    </Note>
  );
}
