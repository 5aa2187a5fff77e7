import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Note } from '../frame/note.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { type ConditionPart, whereWithout } from './condition-parts.ts';
import { partWords } from './rule-words.ts';
import { NoAnswer } from './no-answer.tsx';
import { useKind } from './use-kind.ts';
import type { ShownList } from './use-list.ts';

interface ListNoteProps {
  list: ShownList;
  parts: readonly ConditionPart[];
  /** The list with another condition, in words. */
  to: (where: string) => string;
  paused: boolean;
  /** Where there is no record at all. */
  empty: ComponentChildren;
}

/** In place of the list: nothing fits, nothing could be read, or not yet. Why the companion is away stands above. */
export function ListNote({ list, parts, to, paused, empty }: ListNoteProps) {
  const { words } = useKind();
  const { window, stale, trouble, fresh, again } = list;
  useEffect(() => {
    // Nobody reads: the first record that fits is shown at once.
    if (paused) return;
    if (fresh.length > 0) void list.showFresh(false);
    if (list.changed) list.refresh(false);
  });
  if (isAway.value || trouble || !window || stale) return <NoAnswer trouble={trouble} again={again} />;
  const last = parts.at(-1);
  if (!last) return empty;
  return (
    <Note title={t(`${words}.nothingTitle`)} lead={t('records.nothingLead')}>
      <a class="button" href={to(whereWithout(parts, parts.length - 1))}>
        {t('records.clearFilter', { what: partWords(last) })}
      </a>
      {parts.length > 1 && (
        <a class="button" href={to('')}>
          {t(`${words}.clearAll`)}
        </a>
      )}
    </Note>
  );
}
