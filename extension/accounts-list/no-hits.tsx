import { Note } from '../frame/note.tsx';
import { shownSearch } from '../frame/shown-search.ts';
import { t } from '../words.ts';

/** Nothing fits what was searched and chosen. */
export function NoHits({ find, onClear }: { find: string; onClear: () => void }) {
  const searched = shownSearch(find);
  return (
    <Note
      title={searched ? t('accounts.list.nothing', { find: searched }) : t('accounts.list.nothingChosen')}
      lead={t('accounts.list.nothingAdvice')}
    >
      <button type="button" class="button" onClick={onClear}>
        {t('accounts.list.clear')}
      </button>
    </Note>
  );
}
