import { t } from '../words.ts';

/** Nothing fits what was searched and chosen. */
export function NoHits({ find, onClear }: { find: string; onClear: () => void }) {
  const searched = find.trim();
  return (
    <div class="accounts-empty">
      <h2 class="accounts-empty-title">
        {searched ? t('accounts.list.nothing', { find: searched }) : t('accounts.list.nothingChosen')}
      </h2>
      <p>{t('accounts.list.nothingAdvice')}</p>
      <button type="button" class="button" onClick={onClear}>
        {t('accounts.list.clear')}
      </button>
    </div>
  );
}
