import { CompanionAway } from '../companion/companion-away.tsx';
import { Note, WaitingNote } from '../frame/note.tsx';
import { connection } from '../state/connection.ts';
import { loadProperties, propertiesTrouble } from '../state/properties.ts';
import { t } from '../words.ts';

/** In place of properties that are not here yet: why, and what can be done. */
export function PropertiesWait() {
  const { state } = connection.value;
  if (state === 'unpaired' || state === 'trouble') return <CompanionAway />;
  if (propertiesTrouble.value)
    return (
      <Note title={t('properties.failedTitle')} lead={propertiesTrouble.value}>
        <button type="button" class="button" onClick={() => void loadProperties()}>
          {t('properties.again')}
        </button>
      </Note>
    );
  return <WaitingNote words={t('properties.list.loading')} />;
}
