import { securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accountState } from '../status/account-state.ts';
import { t } from '../words.ts';
import type { ListView } from './list-address.ts';
import type { SettledList } from './settled-list.ts';

/**
 * The accounts of a type and a state that every word of the search stands in, in any field that the list shows. A list
 * that is held counts the states as it saw them.
 */
export function findAccounts(
  accounts: readonly TestedAccount[],
  { find, type, state }: Pick<ListView, 'find' | 'type' | 'state'>,
  seen?: SettledList['seen'],
): readonly TestedAccount[] {
  const wanted = folded(find).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && !type && !state) return accounts;
  return accounts.filter((tested) => {
    if (type && tested.account.connection.type !== type) return false;
    if (state && (seen?.get(tested.account.id)?.state ?? accountState(tested)) !== state) return false;
    if (wanted.length === 0) return true;
    const text = foldedTextOf(tested);
    return wanted.every((word) => text.includes(word));
  });
}

/** Folds what is searched before somebody types: the first key need not wait for it. */
export function prepareSearch(accounts: readonly TestedAccount[]): void {
  for (const tested of accounts) foldedTextOf(tested);
}

/** Once for each account as it was loaded, not with each key that is typed. */
function foldedTextOf(tested: TestedAccount): string {
  const known = texts.get(tested);
  if (known !== undefined) return known;
  const text = folded(textOf(tested));
  texts.set(tested, text);
  return text;
}

const texts = new WeakMap<TestedAccount, string>();

function textOf(tested: TestedAccount): string {
  const { name, label, connection } = tested.account;
  const { type, server, port, username } = connection;
  const state = t(`status.states.${accountState(tested)}`);
  const security = t(`accounts.securities.${securityOf(connection)}`);
  const parts = [name, label, t(`accounts.types.${type}`), `${server}:${port}`, username, security, state];
  return parts.join('\n');
}

/** As texts are compared: without case, width and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
