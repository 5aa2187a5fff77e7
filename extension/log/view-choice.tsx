import { Pause, Play } from 'lucide';
import type { LogPlace, LogSort, LogView } from '../addresses/log-address.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

interface ViewChoiceProps {
  place: LogPlace;
  /** The records of one test are asked for. */
  test: boolean;
  paused: boolean;
  onView: (view: LogView) => void;
  onSort: (sort: LogSort) => void;
  onPause: (paused: boolean) => void;
}

const groups = ['source', 'level', 'accountId', 'testId'] as const;
const sorts = ['newest', 'oldest', 'highest', 'lowest'] as const;

/** How the records are shown, in which order where the table's head has no room, and whether new ones come in. */
export function ViewChoice({ place, test, paused, onView, onSort, onPause }: ViewChoiceProps) {
  const isList = place.view === 'list';
  return (
    <div class="log-views">
      <select
        class="log-choice"
        aria-label={t('log.view.title')}
        value={place.view}
        onChange={({ currentTarget: { value } }) =>
          onView((['list', 'conversation', ...groups] as const).find((view) => view === value) ?? 'list')
        }
      >
        <option value="list">{t('log.view.list')}</option>
        {(test || place.view === 'conversation') && (
          <option value="conversation">{t('log.view.conversation')}</option>
        )}
        {groups.map((group) => (
          <option key={group} value={group}>
            {t('log.view.by', { what: t(`log.columns.${group}`) })}
          </option>
        ))}
      </select>
      <select
        class="log-choice log-sort"
        aria-label={t('log.sort.title')}
        value={place.sort}
        onChange={({ currentTarget: { value } }) => onSort(sorts.find((sort) => sort === value) ?? 'newest')}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`log.sort.${sort}`)}
          </option>
        ))}
      </select>
      {isList && (
        <button
          type="button"
          class="button log-button log-live"
          title={paused ? t('log.live.resumeWhy') : t('log.live.pauseWhy')}
          onClick={() => onPause(!paused)}
        >
          <Icon of={paused ? Play : Pause} size={16} />
          {paused ? t('log.live.resume') : t('log.live.pause')}
        </button>
      )}
    </div>
  );
}
