import { useRef } from 'preact/hooks';
import { AccountType, accountTypes } from '../../shared/account.ts';
import { useSlashKey } from '../frame/use-slash-key.ts';
import { t } from '../words.ts';
import { listedStates, type ListView, sortKeys, type Sorting } from './list-address.ts';
import { memo } from './memo.ts';

interface ListFiltersProps {
  view: ListView;
  onView: (change: Partial<ListView>) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The search, and what else narrows the list down; where the columns have no room, their order as well. */
export function ListFilters({ view, onView, onKeyDown }: ListFiltersProps) {
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const { by, descending } = view.sort;
  return (
    <search class="list-filters">
      <div class="list-search">
        <input
          ref={field}
          id="find-accounts"
          type="search"
          value={view.find}
          placeholder={t('accounts.list.search')}
          aria-label={t('accounts.list.search')}
          aria-keyshortcuts="/"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onView({ find: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <MemoChoices type={view.type} state={view.state} by={by} descending={descending} onView={onView} />
    </search>
  );
}

interface ListChoicesProps extends Pick<ListView, 'type' | 'state'>, Sorting {
  onView: (change: Partial<ListView>) => void;
}

/** What is chosen, not typed. */
function ListChoices({ type: chosenType, state: chosenState, by, descending, onView }: ListChoicesProps) {
  return (
    <>
      <select
        class="list-choice"
        aria-label={t('accounts.list.filter.type')}
        value={chosenType ?? ''}
        onChange={(event) => onView({ type: AccountType.safeParse(event.currentTarget.value).data })}
      >
        <option value="">{t('accounts.list.filter.allTypes')}</option>
        {accountTypes.map((type) => (
          <option key={type} value={type}>
            {t(`accounts.types.${type}`)}
          </option>
        ))}
      </select>
      <select
        class="list-choice"
        aria-label={t('accounts.list.filter.state')}
        value={chosenState ?? ''}
        onChange={(event) =>
          onView({ state: listedStates.find((state) => state === event.currentTarget.value) })
        }
      >
        <option value="">{t('accounts.list.filter.allStates')}</option>
        {listedStates.map((state) => (
          <option key={state} value={state}>
            {t(`status.states.${state}`)}
          </option>
        ))}
      </select>
      <select
        class="list-choice list-order"
        aria-label={t('accounts.list.filter.order')}
        value={`${descending ? '-' : ''}${by}`}
        onChange={(event) => onView({ sort: sortingOf(event.currentTarget.value) })}
      >
        {sortKeys.flatMap((key) => [
          <option key={key} value={key}>
            {t(`accounts.list.columns.${key}`)} ↑
          </option>,
          <option key={`-${key}`} value={`-${key}`}>
            {t(`accounts.list.columns.${key}`)} ↓
          </option>,
        ])}
      </select>
    </>
  );
}

const MemoChoices = memo(ListChoices);

function sortingOf(value: string): ListView['sort'] {
  const by = sortKeys.find((key) => key === value.replace(/^-/, ''));
  return { by: by ?? 'name', descending: value.startsWith('-') };
}
