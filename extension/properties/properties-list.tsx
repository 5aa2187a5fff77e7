import { useLayoutEffect, useRef } from 'preact/hooks';
import { Note } from '../frame/note.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { SearchField } from '../frame/search-field.tsx';
import { shownSearch } from '../frame/shown-search.ts';
import { accounts } from '../state/accounts.ts';
import { properties } from '../state/properties.ts';
import { counted, t } from '../words.ts';
import { findProperties } from './find-properties.ts';
import type { ListView } from './properties-address.ts';
import { PropertiesTable } from './properties-table.tsx';
import { PropertiesWait } from './properties-wait.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface PropertiesListProps {
  view: ListView;
  onView: (view: ListView) => void;
  /** The property that was open last: where the person goes on. */
  opened: string | undefined;
}

/** All properties with their values, and the search in them. */
export function PropertiesList({ view, onView, opened }: PropertiesListProps) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    main.current?.querySelector<HTMLElement>(`[data-property="${opened}"]`)?.focus();
  }, []);
  const known = properties.value;
  const names = known && findProperties(view.find, known, accounts.value);
  const first = () => main.current?.querySelector<HTMLElement>('[data-property]');
  const search = (find: string) => onView({ ...view, find });
  return (
    <main id="content" tabIndex={-1} ref={main}>
      <RoomHead title={t('properties.title')} lead={t('properties.lead')} />
      {known && names ? (
        <div class="page properties">
          <StaleNotice />
          <SearchField
            label={t('properties.list.search')}
            find={view.find}
            found={counted('properties.list.found', names.length)}
            onFind={search}
            onDown={() => first()?.focus()}
            onEnter={() => first()?.click()}
          />
          {names.length > 0 ? (
            <PropertiesTable
              names={names}
              properties={known}
              sort={view.sort}
              onSort={(sort) => onView({ ...view, sort })}
            />
          ) : (
            <Note
              title={t('properties.list.nothing', { find: shownSearch(view.find) })}
              lead={t('properties.list.nothingAdvice')}
            >
              <button type="button" class="button" onClick={() => search('')}>
                {t('properties.list.clear')}
              </button>
            </Note>
          )}
        </div>
      ) : (
        <PropertiesWait />
      )}
    </main>
  );
}
