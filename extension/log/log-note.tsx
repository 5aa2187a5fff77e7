import { useEffect } from 'preact/hooks';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import { Note, WaitingNote } from '../frame/note.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { type ConditionPart, whereWithout } from './condition-parts.ts';
import { partWords } from './rule-words.ts';
import type { LogList } from './use-log-list.ts';

interface LogNoteProps {
  list: LogList;
  parts: readonly ConditionPart[];
  place: LogPlace;
  paused: boolean;
}

/** In place of the list: nothing fits, nothing could be read, or not yet. Why the companion is away stands above. */
export function LogNote({ list, parts, place, paused }: LogNoteProps) {
  const { window, stale, trouble, fresh, again } = list;
  useEffect(() => {
    // Nobody reads: the first record that fits is shown at once.
    if (fresh.length > 0 && !paused) void list.showFresh(false);
  });
  if (isAway.value) return null;
  if (trouble)
    return (
      <Note title={t('log.failedTitle')} lead={trouble}>
        <button type="button" class="button" onClick={again}>
          {t('log.again')}
        </button>
      </Note>
    );
  if (!window || stale) return <WaitingNote words={t('log.loading')} />;
  const last = parts.at(-1);
  if (!last)
    return (
      <Note title={t('log.emptyTitle')} lead={t('log.emptyLead')}>
        <a class="button" href="#/accounts">
          {t('log.emptyLink')}
        </a>
      </Note>
    );
  return (
    <Note title={t('log.nothingTitle')} lead={t('log.nothingLead')}>
      <a class="button" href={placeAddress({ ...place, where: whereWithout(parts, parts.length - 1) })}>
        {t('log.clearFilter', { what: partWords(last) })}
      </a>
      {parts.length > 1 && (
        <a class="button" href={placeAddress({ ...place, where: '' })}>
          {t('log.clearAll')}
        </a>
      )}
    </Note>
  );
}
