import type { Account } from '../../shared/account.ts';
import type { PropertyName, PropertyValues } from '../../shared/properties.ts';
import { call } from '../state/call.ts';
import { knownProperties, properties } from '../state/properties.ts';
import { counted, t } from '../words.ts';
import { type AskBulk, bulkQuestion } from './bulk-question.ts';
import { deleteAccounts } from '../accounts/delete-accounts.ts';
import { inParts } from '../accounts/in-parts.ts';
import { dismissNote, listNote, sayInList } from '../accounts/list-note.ts';
import { startTests } from './start-tests.ts';
import { tried } from './test-all.ts';

/** What can be done with several accounts at once; each says in the list what it did, and what it left out. */
export function bulkActions(ask: AskBulk) {
  async function activate(accounts: readonly Account[], active: boolean): Promise<void> {
    if (!active) {
      const question = bulkQuestion('deactivate', accounts, await namedProperties());
      if ((question.loses.length > 0 || question.unknown) && !(await ask(question))) return;
    }
    await tried(async () => {
      const done = { changed: 0, unchanged: 0, missing: 0 };
      const resets: PropertyName[] = [];
      for (const ids of inParts(accounts.map(({ id }) => id))) {
        const reply = await call('accountsActivate', { ids, active });
        for (const part of ['changed', 'unchanged', 'missing'] as const) done[part] += reply[part].length;
        resets.push(...reply.resets);
      }
      const words = active
        ? (['accounts.list.done.activated', 'accounts.list.done.wereActive'] as const)
        : (['accounts.list.done.deactivated', 'accounts.list.done.wereInactive'] as const);
      const text = [
        counted(words[0], done.changed),
        ...(done.unchanged > 0 ? [counted(words[1], done.unchanged)] : []),
        ...(done.missing > 0 ? [counted('accounts.list.done.missing', done.missing)] : []),
        ...(resets.length > 0 ? [t('accounts.record.resets', { names: resets.join(', ') })] : []),
      ];
      sayInList(text.join(' '));
    }, t('accounts.list.done.notChanged'));
  }

  return {
    test: (accounts: readonly Account[]) =>
      startTests(
        accounts,
        accounts.map(({ id }) => id),
      ),
    activate: (accounts: readonly Account[]) => activate(accounts, true),
    deactivate: (accounts: readonly Account[]) => activate(accounts, false),

    /** Asks once, always: Undo is there as well, but not for long. */
    async remove(accounts: readonly Account[]): Promise<void> {
      if (accounts.length === 0) return;
      if (!(await ask(bulkQuestion('remove', accounts, await namedProperties())))) return;
      await tried(() => deleteAccounts(accounts), t('accounts.list.done.notDeleted'));
    },
  };
}

/** The question waits for what it has to say; that it does is said. */
async function namedProperties(): Promise<PropertyValues | undefined> {
  const now = properties.peek()?.values;
  if (now) return now;
  const waiting = t('accounts.list.ask.looking');
  sayInList(waiting);
  const values = await knownProperties();
  if (listNote.peek() === waiting) dismissNote();
  return values;
}
