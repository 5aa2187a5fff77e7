import { t } from '../words.ts';

/** The place of the rows while they are read; it shows itself after 200 ms only. */
export function WaitingList() {
  return (
    <div class="waiting" role="status">
      <span class="unseen">{t('popup.loading')}</span>
      {[0, 1, 2].map((row) => (
        <div key={row} class="waiting-row" />
      ))}
    </div>
  );
}
