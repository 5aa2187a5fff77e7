import { useLayoutEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { accountsTrouble, loadAccounts } from '../state/accounts.ts';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { Note, WaitingNote } from './note.tsx';

/** In place of what needs the accounts, while they are not here: `words` as they are read, or why they could not be. */
export function AccountsWait({ words }: { words: string }) {
  if (isAway.value) return null;
  if (!accountsTrouble.value) return <WaitingNote words={words} />;
  return (
    <Note title={t('accounts.list.failedTitle')} lead={visibleText(accountsTrouble.value)}>
      <TryAgain />
    </Note>
  );
}

function TryAgain() {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      // It goes with the focus on it when they are here: one goes on in the room.
      if (document.activeElement === button.current)
        queueMicrotask(() => document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true }));
    },
    [],
  );
  return (
    <button type="button" class="button" ref={button} onClick={() => void loadAccounts()}>
      {t('accounts.list.again')}
    </button>
  );
}
