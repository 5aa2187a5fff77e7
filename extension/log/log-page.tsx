import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { logFields } from '../../shared/condition/fields.ts';
import type { ConditionRule } from '../../shared/condition.ts';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import type { BuiltList } from '../log-builder/built-list.ts';
import { ConditionTools } from '../log-builder/condition-tools.tsx';
import { t } from '../words.ts';
import type { AskedCondition } from './asked-condition.ts';
import { CellMenu, type OpenMenu } from './cell-menu.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ConditionCrumbs } from './condition-crumbs.tsx';
import { onlyTest, partsOf, searchOf, whereWith, whereWithSearch } from './condition-parts.ts';
import { ExportLine, ExportMenu } from './export-menu.tsx';
import { LogContent } from './log-content.tsx';
import type { LeftPlace } from './log-list.tsx';
import { LogSearch } from './log-search.tsx';
import { menuOf } from './menu-of.ts';
import { QuickFilters } from './quick-filters.tsx';
import type { LogList } from './use-log-list.ts';
import { useLogCount } from './use-log-count.ts';
import { ViewChoice } from './view-choice.tsx';
import { WhereEditor } from './where-editor.tsx';

const builtList: BuiltList = { fields: logFields, first: 'source', filters: 'savedFilters' };

interface LogPageProps {
  place: LogPlace;
  asked: AskedCondition;
  list: LogList;
  left: RefObject<LeftPlace>;
  /** Another place without an entry of its own in the history. */
  replace: (place: LogPlace) => void;
}

/** The question above, its answer below: search, quick filters, crumbs, and the records, groups or exchange. */
export function LogPage({ place, asked, list, left, replace }: LogPageProps) {
  const [paused, setPaused] = useState(false);
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState<OpenMenu>();
  const search = useRef<HTMLInputElement>(null);
  const { condition, trouble } = asked;
  const parts = condition ? partsOf(condition) : [];
  const testId = onlyTest(parts);
  const count = useLogCount(condition, list.fresh.at(-1)?.id ?? list.window?.pages[0]?.first);
  const go = (part: Partial<LogPlace>) => {
    location.hash = placeAddress({ ...place, ...part });
  };
  const ask = (rule: ConditionRule) => go({ where: whereWith(parts, rule), view: 'list' });
  return (
    <main id="content" class="log log-many" tabIndex={-1}>
      <RoomHead title={t('log.title')}>
        <p class="log-count" role="status">
          {count}
        </p>
        <ExportMenu condition={condition} sort={place.sort} />
        <ColumnsMenu />
      </RoomHead>
      <CompanionAway />
      <div class="log-bar">
        <LogSearch
          field={search}
          asked={searchOf(parts)}
          onFind={(text) => condition && replace({ ...place, where: whereWithSearch(parts, text) })}
          onDown={focusList}
        />
        <QuickFilters place={place} asked={condition ? wordsOfCondition(condition) : ''} />
        <ViewChoice
          place={place}
          test={testId !== undefined}
          paused={paused}
          onView={(view) => go({ view })}
          onSort={(sort) => go({ sort })}
          onPause={setPaused}
        />
      </div>
      <ConditionCrumbs parts={parts} place={place} onEdit={() => setEditing(!editing)}>
        {condition && (
          <ConditionTools
            list={builtList}
            condition={condition}
            onAsk={(wanted) => go({ where: wordsOfCondition(wanted), view: 'list' })}
          />
        )}
      </ConditionCrumbs>
      {(editing || trouble) && (
        <WhereEditor
          where={place.where}
          onAsk={(where) => {
            setEditing(false);
            go({ where });
          }}
          onClose={() => {
            setEditing(false);
            if (trouble) go({ where: '' });
          }}
        />
      )}
      <ExportLine />
      {condition && (
        <LogContent
          {...{ place, condition, parts, list, paused, left }}
          onSort={(sort) => go({ sort })}
          onSearch={() => search.current?.focus()}
          onMenu={(event, row) => setOpen(list.window && menuOf(event, row, list.window))}
        />
      )}
      {open && <CellMenu open={open} onAsk={ask} onClose={() => setOpen(undefined)} />}
    </main>
  );
}

/** From the search on to the records. */
function focusList(): void {
  document.querySelector<HTMLElement>('.log-row a[tabindex="0"]')?.focus();
}
