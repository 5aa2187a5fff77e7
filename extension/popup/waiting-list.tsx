import { t } from '../words.ts';
import { rowsBefore } from './rows-before.ts';

/** The place of the rows while they are read, as many as there were; it shows itself after 200 ms only. */
export function WaitingList() {
  return (
    <div class="waiting" role="status">
      <span class="unseen">{t('popup.loading')}</span>
      {Array.from({ length: rowsBefore() }, (_, row) => (
        <div key={row} class="waiting-row" />
      ))}
    </div>
  );
}
