import type { Account } from '../../shared/account.ts';
import { deleteAccounts } from './delete-accounts.ts';
import { call } from '../state/call.ts';
import { knownProperties } from '../state/properties.ts';
import { t } from '../words.ts';
import type { AccountEditor } from './account-editor.ts';
import { listAddress, nameAddress } from '../addresses/accounts-address.ts';
import { losesDeleted } from './default-account.ts';
import type { Ask } from './question.ts';

interface Parts {
  readonly editor: AccountEditor;
  readonly ask: Ask;
  readonly say: (notice: string) => void;
}

/** What can be done with a saved record beside saving and testing it. */
export type RecordActions = ReturnType<typeof recordActions>;

/** Both lead to another address when they are done; what failed is told in the record. */
export function recordActions({ editor, ask, say }: Parts) {
  return {
    /** Makes another account of what is saved, and opens it; what is unsaved would be lost on the way. */
    duplicate: async ({ id }: Account): Promise<void> => {
      if (editor.dirty.peek()) return say(t('accounts.record.duplicateFirst'));
      const made = await editor.attempt(() => call('accountsDuplicate', { id }));
      if (made) location.hash = nameAddress(made.account.id);
    },

    remove: async (account: Account): Promise<void> => {
      if (!(await ask({ kind: 'remove', ...losesDeleted(await knownProperties(), account.id) }))) return;
      const deleted = async () => (await deleteAccounts([account]), true);
      if (!(await editor.attempt(deleted))) return;
      editor.discard();
      location.hash = listAddress;
    },
  };
}
