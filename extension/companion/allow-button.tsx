import { askToReachDaemon } from '../link/host-permission.ts';
import { t } from '../words.ts';

/** Asks the browser, and the browser the person, for the way to 127.0.0.1. */
export function AllowButton() {
  return (
    <button type="button" class="button button-main" onClick={() => void askToReachDaemon()}>
      {t('companion.allow')}
    </button>
  );
}
