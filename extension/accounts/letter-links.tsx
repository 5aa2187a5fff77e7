import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accountLetterAddress } from '../addresses/compose-address.ts';
import { ownAddress } from '../compose/own-address.ts';
import { TestLetterSlot } from '../compose/test-letter-slot.tsx';
import { FetchSlot } from '../fetching/fetch-slot.tsx';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';

interface LetterLinksProps {
  editor: AccountEditor;
  account: Account;
  say: (notice: string) => void;
  /** It is to be sent or fetched now. */
  onAsk: () => void;
}

/** Of the Related Links: what a saved account can send or fetch at once. */
export function LetterLinks({ editor, account, say, onAsk }: LetterLinksProps) {
  const { id, active, connection } = account;
  const whenSaved = (inactive: string, go: () => void) => {
    // Letters go and come by what is saved.
    const barred = editor.dirty.peek() ? t('compose.test.saveFirst') : active ? '' : inactive;
    say(barred);
    if (!barred) go();
  };
  if (connection.type !== 'smtp')
    return (
      <li>
        <button
          type="button"
          class="button-link"
          data-fetch
          onClick={() => whenSaved(t('fetching.inactive'), onAsk)}
        >
          {t('fetching.now')}
        </button>
      </li>
    );
  return (
    <>
      <li>
        <button
          type="button"
          class="button-link"
          onClick={() => whenSaved(t('compose.test.inactive'), onAsk)}
        >
          {t('compose.test.sendTo', { address: visibleText(ownAddress(account), 320) })}
        </button>
      </li>
      <li>
        <a href={accountLetterAddress(id)}>{t('compose.by')}</a>
      </li>
    </>
  );
}

/** Below the Related Links: what became of the letter that was sent, or of the fetch; `asked` counts how often. */
export function LetterResult({ account, asked }: { account: Account; asked: number }) {
  if (asked === 0) return null;
  if (account.connection.type !== 'smtp') return <FetchSlot of={account.id} asked={asked} />;
  return <TestLetterSlot account={account} asked={asked} link={(to, words) => <a href={to}>{words}</a>} />;
}
