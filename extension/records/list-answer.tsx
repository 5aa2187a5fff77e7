import type { ComponentChildren } from 'preact';
import type { ListPlace } from '../addresses/list-place.ts';
import { t } from '../words.ts';
import { ListBox } from './list-box.tsx';
import { ListNote } from './list-note.tsx';
import type { AnswerProps } from './list-page.tsx';
import { rowCount } from './page-window.ts';
import type { ListRoom } from './use-list-room.ts';

interface ListAnswerProps extends AnswerProps {
  place: ListPlace;
  room: ListRoom;
  /** The list with another condition, in words. */
  to: (where: string) => string;
  /** Where there is no record at all. */
  empty: ComponentChildren;
}

/** The records that meet the condition, or why there are none. */
export function ListAnswer({ place, room, to, empty, parts, ...rest }: ListAnswerProps) {
  const { list, left } = room;
  const { window, trouble } = list;
  if (!window || (rowCount(window) === 0 && !window.edges.end))
    return <ListNote list={list} parts={parts} to={to} paused={rest.paused} empty={empty} />;
  return (
    <>
      {trouble && (
        <p class="records-trouble" role="alert">
          {trouble}{' '}
          <button type="button" class="button" onClick={list.again}>
            {t('records.again')}
          </button>
        </p>
      )}
      <ListBox list={{ ...list, window }} place={place} left={left} {...rest} />
    </>
  );
}
