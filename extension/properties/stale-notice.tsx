import { connection } from '../state/connection.ts';
import { propertiesTrouble } from '../state/properties.ts';
import { t } from '../words.ts';

/** Above values that may no longer be true: the companion is away, or could not read them. */
export function StaleNotice() {
  const { state } = connection.value;
  const away = state === 'unpaired' || state === 'trouble';
  if (!away && !propertiesTrouble.value) return null;
  return (
    <p class="properties-stale" role="status">
      {away ? t('properties.offlineStale') : propertiesTrouble.value}{' '}
      {away && <a href="#/companion">{t('properties.offlineLink')}</a>}
    </p>
  );
}
