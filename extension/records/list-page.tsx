import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import type { ListPlace } from '../addresses/list-place.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { ConditionTools } from '../log-builder/condition-tools.tsx';
import { CellMenu, type OpenMenu } from './cell-menu.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ConditionCrumbs } from './condition-crumbs.tsx';
import { type ConditionPart, partsOf, searchOf, whereWith, whereWithSearch } from './condition-parts.ts';
import { ExportLine, ExportMenu } from './export-menu.tsx';
import { ListSearch } from './list-search.tsx';
import { menuOf } from './menu-of.ts';
import { OrderChoice } from './order-choice.tsx';
import { QuickFilters } from './quick-filters.tsx';
import { useCount } from './use-count.ts';
import { useKind } from './use-kind.ts';
import { useLostFocus } from './use-lost-focus.ts';
import type { ListRoom } from './use-list-room.ts';
import { WhereEditor } from './where-editor.tsx';

/** What the answer needs of the page around it. */
export interface AnswerProps {
  parts: readonly ConditionPart[];
  paused: boolean;
  onSort: (sort: RecordSort) => void;
  onSearch: () => void;
  onMenu: (event: Event, row: number) => void;
}

interface ListPageProps {
  place: ListPlace;
  room: ListRoom;
  /** The address of the same list asked otherwise. */
  to: (change: Partial<ListPlace>) => string;
  /** The same of the records themselves, where something else can be shown in their place. */
  toRecords?: (where: string) => string;
  /** The same as `to`, without an entry of its own in the history. */
  replace: (change: Partial<ListPlace>) => void;
  /** The records themselves are shown, to which new ones come. */
  listed?: boolean;
  /** What else chooses how they are shown. */
  views?: (parts: readonly ConditionPart[]) => ComponentChildren;
  /** What else can be done in this room. */
  acts?: ComponentChildren;
  answer: (props: AnswerProps) => ComponentChildren;
}

/** The question above, its answer below: search, quick filters, crumbs, and the records. */
export function ListPage({
  place,
  room,
  to,
  toRecords = (where) => to({ where }),
  replace,
  listed = true,
  views,
  acts,
  answer,
}: ListPageProps) {
  const kind = useKind();
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState<OpenMenu>();
  const page = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  useLostFocus(page);
  const { list, asked, paused, onPause } = room;
  const { condition, trouble } = asked;
  const parts = condition ? partsOf(condition) : [];
  const newest = listed
    ? (list.fresh.at(-1)?.id ?? list.window?.pages[0]?.first)
    : // What is shown instead has no list that knows which of them meet the condition.
      kind.tail().at(-1)?.id;
  const count = useCount(kind, condition, newest);
  const go = (change: Partial<ListPlace>) => {
    location.hash = to(change);
  };
  const toWhere = (where: string) => to({ where });
  const ask = (where: string) => {
    location.hash = toRecords(where);
  };
  const onSort = (sort: RecordSort) => go({ sort });
  return (
    <main id="content" class="records records-many" tabIndex={-1} ref={page}>
      <RoomHead title={kind.title()}>
        <p class="records-count" role="status">
          {count}
        </p>
        {acts}
        <ExportMenu condition={condition} sort={place.sort} />
        {listed && <ColumnsMenu />}
      </RoomHead>
      <CompanionAway />
      <div class="records-bar">
        <ListSearch
          field={search}
          asked={searchOf(parts, kind.searched)}
          off={trouble !== undefined}
          onFind={(text) => condition && replace({ where: whereWithSearch(parts, kind.searched, text) })}
          onDown={focusList}
        />
        <QuickFilters to={toWhere} asked={condition ? wordsOfCondition(condition) : ''} />
        <div class="records-views">
          {views?.(parts)}
          {listed && <OrderChoice sort={place.sort} onSort={onSort} paused={paused} onPause={onPause} />}
        </div>
      </div>
      <ConditionCrumbs
        parts={parts}
        unread={trouble !== undefined}
        to={toWhere}
        edit={edit}
        onEdit={() => setEditing(!editing)}
      >
        {condition && (
          <ConditionTools
            list={kind.built}
            condition={condition}
            onAsk={(wanted) => ask(wordsOfCondition(wanted))}
          />
        )}
      </ConditionCrumbs>
      {(editing || trouble) && (
        <WhereEditor
          where={place.where}
          onAsk={(where) => {
            setEditing(false);
            edit.current?.focus();
            go({ where });
          }}
          onClose={() => {
            setEditing(false);
            edit.current?.focus();
            if (trouble) go({ where: '' });
          }}
        />
      )}
      <ExportLine />
      {condition &&
        answer({
          parts,
          paused,
          onSort,
          onSearch: () => search.current?.focus(),
          onMenu: (event, row) => setOpen(list.window && menuOf(event, row, list.window, kind)),
        })}
      {open && (
        <CellMenu
          open={open}
          onAsk={(rule) => ask(whereWith(parts, rule))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </main>
  );
}

/** From the search on to the records. */
function focusList(): void {
  document.querySelector<HTMLElement>('.records-row a[tabindex="0"]')?.focus();
}
