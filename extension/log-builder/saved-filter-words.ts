import { t } from '../words.ts';
import { type SavedFilterTrouble, longestName, mostFilters } from './saved-filters-store.ts';

/** Why a filter was not saved, renamed or brought back, as a sentence. */
export function troubleWords(trouble: SavedFilterTrouble): string {
  switch (trouble) {
    case 'long':
      return t('logBuilder.saved.troubles.long', { most: longestName });
    case 'full':
      return t('logBuilder.saved.troubles.full', { most: mostFilters });
    default:
      return t(`logBuilder.saved.troubles.${trouble}`);
  }
}
