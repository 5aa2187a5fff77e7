import { visibleText } from '../../shared/visible-text.ts';
import { accountsTrouble, loadAccounts } from '../state/accounts.ts';
import { t } from '../words.ts';
import { useFocusToRows } from './use-focus-to-rows.ts';

/** Why the accounts could not be read; rows that were read before stay below it. Nothing while they can. */
export function UnreadAccounts() {
  const unread = accountsTrouble.value;
  const button = useFocusToRows(unread !== '');
  if (!unread) return null;
  return (
    <section class="popup-note" role="status">
      <h2 class="popup-note-title">{t('popup.unread')}</h2>
      <p>{visibleText(unread)}</p>
      <button type="button" class="button" ref={button} onClick={() => void loadAccounts()}>
        {t('popup.checkAgain')}
      </button>
    </section>
  );
}
