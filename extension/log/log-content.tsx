import type { RefObject } from 'preact';
import type { Condition } from '../../shared/condition.ts';
import { type LogPlace, type LogSort, placeAddress } from '../addresses/log-address.ts';
import { Note } from '../frame/note.tsx';
import { t } from '../words.ts';
import { type ConditionPart, onlyTest } from './condition-parts.ts';
import { LogConversation } from './log-conversation.tsx';
import { LogGroups } from './log-groups.tsx';
import { type LeftPlace, LogList } from './log-list.tsx';
import { LogNote } from './log-note.tsx';
import { rowCount } from './page-window.ts';
import type { LogList as List } from './use-log-list.ts';

interface LogContentProps {
  place: LogPlace;
  condition: Condition;
  parts: readonly ConditionPart[];
  list: List;
  paused: boolean;
  left: RefObject<LeftPlace>;
  onSort: (sort: LogSort) => void;
  onSearch: () => void;
  onMenu: (event: Event, row: number) => void;
}

/** The answer, as it was asked for: records, groups, or the exchange of one test. */
export function LogContent({ place, condition, parts, list, ...rest }: LogContentProps) {
  const { window, trouble } = list;
  const testId = onlyTest(parts);
  switch (place.view) {
    case 'list':
      if (!window || (rowCount(window) === 0 && !window.edges.end))
        return <LogNote list={list} parts={parts} place={place} paused={rest.paused} />;
      return (
        <>
          {trouble && (
            <p class="log-trouble" role="alert">
              {trouble}{' '}
              <button type="button" class="button" onClick={list.again}>
                {t('log.again')}
              </button>
            </p>
          )}
          <LogList list={{ ...list, window }} place={place} {...rest} />
        </>
      );
    case 'conversation':
      if (testId === undefined)
        return (
          <Note title={t('log.talk.oneTest')}>
            <a class="button" href={placeAddress({ ...place, view: 'testId' })}>
              {t('log.view.by', { what: t('log.columns.testId') })}
            </a>
          </Note>
        );
      return <LogConversation testId={testId} place={place} />;
    default:
      return <LogGroups condition={condition} by={place.view} place={place} />;
  }
}
