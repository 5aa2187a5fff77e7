import { useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import { Note } from '../frame/note.tsx';
import { accountsTrouble, loadAccounts } from '../state/accounts.ts';
import { t } from '../words.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Why the accounts could not be read: in place of the list, or above one that may no longer be true. */
export function UnreadAccounts({ shown }: { shown: boolean }) {
  const part = useRef<HTMLDivElement>(null);
  useKeptFocus(part);
  const title = t(shown ? 'accounts.list.staleTitle' : 'accounts.list.failedTitle');
  const message = visibleText(accountsTrouble.value);
  const again = (
    <button type="button" class="button" onClick={() => void loadAccounts()}>
      {t('accounts.list.again')}
    </button>
  );
  return (
    <div ref={part}>
      {shown ? (
        <TroubleNotice trouble={{ title, message }}>
          <p class="notice-actions">{again}</p>
        </TroubleNotice>
      ) : (
        <Note title={title} lead={message}>
          {again}
        </Note>
      )}
    </div>
  );
}
