import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { keptDeletedMinutes } from '../../shared/kept-deleted.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { call } from '../state/call.ts';
import { counted, t } from '../words.ts';
import { hideNote, sayInList } from './list-note.ts';
import { inParts } from './in-parts.ts';
import { tried } from './test-all.ts';

type Named = Pick<Account, 'id' | 'name'>;

/** Deletes accounts, and notes it in the list with its undoing. Rejects with what the daemon says. */
export async function deleteAccounts(accounts: readonly Named[]): Promise<void> {
  const deleted: Id[] = [];
  const resets: PropertyName[] = [];
  for (const ids of inParts(accounts.map(({ id }) => id))) {
    const reply = await call('accountsDelete', { ids });
    deleted.push(...reply.deleted);
    resets.push(...reply.resets);
  }
  const [only] = accounts;
  const text = [
    accounts.length === 1 && only
      ? t('accounts.list.done.deletedOne', { name: only.name })
      : counted('accounts.list.done.deleted', deleted.length),
    ...(deleted.length < accounts.length
      ? [counted('accounts.list.done.missing', accounts.length - deleted.length)]
      : []),
    ...(resets.length > 0 ? [t('accounts.record.resets', { names: resets.join(', ') })] : []),
  ];
  const undo = () => tried(() => restoreAccounts(deleted), t('accounts.list.done.notRestored'));
  sayInList({ text: text.join(' '), undo }, keptDeletedMinutes * 60_000);
}

async function restoreAccounts(deleted: readonly Id[]): Promise<void> {
  hideNote();
  const restored: Id[] = [];
  const defaults: PropertyName[] = [];
  for (const ids of inParts(deleted)) {
    const reply = await call('accountsRestore', { ids });
    restored.push(...reply.restored);
    defaults.push(...reply.defaults);
  }
  const text = [
    counted('accounts.list.done.restored', restored.length),
    ...(restored.length < deleted.length
      ? [counted('accounts.list.done.gone', deleted.length - restored.length)]
      : []),
    ...(defaults.length > 0 ? [t('accounts.list.done.defaults', { names: defaults.join(', ') })] : []),
  ];
  sayInList({ text: text.join(' ') });
}
