import { useLayoutEffect, useRef } from 'preact/hooks';
import { RoomHead } from '../frame/room-head.tsx';
import { accounts } from '../state/accounts.ts';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';
import { findProperties } from './find-properties.ts';
import { Note } from './note.tsx';
import { PropertiesTable } from './properties-table.tsx';
import { PropertiesWait } from './properties-wait.tsx';
import { SearchField } from './search-field.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface PropertiesListProps {
  find: string;
  onFind: (find: string) => void;
  /** The property that was open last: where the person goes on. */
  opened: string | undefined;
}

/** All properties with their values, and the search in them. */
export function PropertiesList({ find, onFind, opened }: PropertiesListProps) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    main.current?.querySelector<HTMLElement>(`[data-property="${opened}"]`)?.focus();
  }, []);
  const known = properties.value;
  const names = known && findProperties(find, known.values, accounts.value);
  const focusFirst = () => main.current?.querySelector<HTMLElement>('[data-property]')?.focus();
  return (
    <main id="content" tabIndex={-1} ref={main}>
      <RoomHead title={t('properties.title')} lead={t('properties.lead')} />
      {known && names ? (
        <div class="page properties">
          <StaleNotice />
          <SearchField find={find} found={names.length} onFind={onFind} onDown={focusFirst} />
          {names.length > 0 ? (
            <PropertiesTable names={names} properties={known} />
          ) : (
            <Note title={t('properties.list.nothing', { find })} lead={t('properties.list.nothingAdvice')}>
              <button type="button" class="button" onClick={() => onFind('')}>
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
