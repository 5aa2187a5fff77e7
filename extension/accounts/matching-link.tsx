import type { Account } from '../../shared/account.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { likeAddress } from '../addresses/accounts-address.ts';
import { handPassword } from './handed-password.ts';
import { matchingType } from './matching-draft.ts';
import type { Ask } from './question.ts';

interface MatchingLinkProps {
  editor: AccountEditor;
  account: Account;
  ask: Ask;
}

/** Of the Related Links: to a new account that sends where this one reads, or reads where it sends. */
export function MatchingLink({ editor, account, ask }: MatchingLinkProps) {
  const { id, connection } = account;
  const type = t(`accounts.types.${matchingType(connection.type)}`);
  const open = async (event: MouseEvent) => {
    const password = editor.password.peek();
    // Without a password to hand over the link does all by itself, and a new tab has a memory of its own.
    if (password === '' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (editor.dirty.peek() && !(await ask({ kind: 'leave' }))) return;
    editor.discard();
    handPassword(id, password);
    location.hash = likeAddress(id);
  };
  return (
    <li>
      <a href={likeAddress(id)} onClick={(event) => void open(event)}>
        {t('accounts.record.matching', { type })}
      </a>
    </li>
  );
}
