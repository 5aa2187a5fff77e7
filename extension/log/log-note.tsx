import { isAway } from '../state/connection.ts';
import { logWords } from '../words/log.ts';
import { type LogFilter, logAddress } from './log-address.ts';
import { Note } from './note.tsx';
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
      <Note title={logWords.failedTitle} lead={trouble}>
        <button type="button" class="button" onClick={again}>
          {logWords.again}
        </button>
      </Note>
    );
  if (!shown)
    return (
      <p class="log-note log-waiting" role="status">
        {logWords.loading}
      </p>
    );
  if (logAddress(filter) === logAddress({}))
    return (
      <Note title={logWords.emptyTitle} lead={logWords.emptyLead}>
        <a class="button" href="#/accounts">
          {logWords.emptyLink}
        </a>
      </Note>
    );
  return (
    <Note title={logWords.nothingTitle}>
      <a class="button" href={logAddress({})}>
        {logWords.clearAll}
      </a>
    </Note>
  );
}
