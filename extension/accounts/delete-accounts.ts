import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { troubleOf } from './trouble.ts';
import { call } from '../state/call.ts';
import { counted, t } from '../words.ts';
import { inParts } from './in-parts.ts';
import { type Deletion, deletion, dropDeleted, keepDeletion, sayInList } from './list-note.ts';

type Named = Pick<Account, 'id' | 'name'>;

/**
 * Deletes accounts, and notes it in the list with its undoing. Rejects with what the daemon says; what was done until
 * then is noted all the same.
 */
export async function deleteAccounts(accounts: readonly Named[]): Promise<void> {
  const deleted = new Set<Id>();
  const resets: PropertyName[] = [];
  let missing = 0;
  try {
    for (const ids of inParts(accounts.map(({ id }) => id))) {
      const reply = await call('accountsDelete', { ids });
      for (const id of reply.deleted) deleted.add(id);
      resets.push(...reply.resets);
      missing += ids.length - reply.deleted.length;
    }
  } finally {
    if (deleted.size > 0) keepDeletion({ accounts: accounts.filter(({ id }) => deleted.has(id)), resets });
    if (missing > 0) sayInList(counted('accounts.list.done.missing', missing));
  }
}

/** What was deleted, and which properties are empty since. */
export function deletionWords({ accounts, resets }: Deletion): string {
  const [only] = accounts;
  return [
    accounts.length === 1 && only
      ? t('accounts.list.done.deletedOne', { name: visibleText(only.name, 128) })
      : counted('accounts.list.done.deleted', accounts.length),
    ...(resets.length > 0 ? [t('accounts.record.resets', { names: resets.join(', ') })] : []),
  ].join(' ');
}

let undoing = false;

/** Brings back all that can be; what could not be asked for stays to be undone, and the list says why. */
export async function undoDeletion(): Promise<void> {
  const ids = deletion.peek()?.accounts.map(({ id }) => id) ?? [];
  if (undoing || ids.length === 0) return;
  undoing = true;
  const done = { restored: 0, gone: 0 };
  const defaults: PropertyName[] = [];
  let failed: string[] = [];
  try {
    for (const part of inParts(ids)) {
      const reply = await call('accountsRestore', { ids: part });
      dropDeleted(part);
      done.restored += reply.restored.length;
      done.gone += part.length - reply.restored.length;
      defaults.push(...reply.defaults);
    }
  } catch (error) {
    failed = troubleWords(error, t('accounts.list.done.notRestored'));
  }
  undoing = false;
  const text = [
    ...(done.restored > 0 ? [counted('accounts.list.done.restored', done.restored)] : []),
    ...(done.gone > 0 ? [counted('accounts.list.done.gone', done.gone)] : []),
    ...(defaults.length > 0 ? [t('accounts.list.done.defaults', { names: defaults.join(', ') })] : []),
    ...failed,
  ];
  sayInList(text.join(' '));
}

function troubleWords(error: unknown, title: string): string[] {
  const { errors, trouble } = troubleOf(error, title);
  const message = trouble?.message ?? Object.values(errors)[0];
  return [`${trouble?.title ?? title}.`, ...(message ? [message] : [])];
}
