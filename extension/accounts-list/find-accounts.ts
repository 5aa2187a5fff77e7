import { securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { type AccountState, accountState } from '../status/account-state.ts';
import { folded, searchedWords } from '../status/folded.ts';
import { t } from '../words.ts';
import type { ListView } from './list-address.ts';
import type { SettledList } from './settled-list.ts';

/**
 * The accounts of a type and a state that every word of the search stands in, in any field that the list shows. In a list
 * that is held the states, and the words for them, are as it saw them.
 */
export function findAccounts(
  accounts: readonly TestedAccount[],
  { find, type, state }: Pick<ListView, 'find' | 'type' | 'state'>,
  seen?: SettledList['seen'],
): readonly TestedAccount[] {
  const wanted = searchedWords(find);
  if (wanted.length === 0 && !type && !state) return accounts;
  return accounts.filter((tested) => {
    if (type && tested.account.connection.type !== type) return false;
    const now = seen?.get(tested.account.id)?.state ?? accountState(tested);
    if (state && now !== state) return false;
    if (wanted.length === 0) return true;
    const text = foldedTextOf(tested);
    return wanted.every((word) => text.includes(word) || foldedState(now).includes(word));
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

function foldedState(state: AccountState): string {
  const known = states.get(state);
  if (known !== undefined) return known;
  const text = folded(t(`status.states.${state}`));
  states.set(state, text);
  return text;
}

const states = new Map<AccountState, string>();

function textOf(tested: TestedAccount): string {
  const { name, label, connection } = tested.account;
  const { type, server, port, username } = connection;
  const security = t(`accounts.securities.${securityOf(connection)}`);
  const parts = [name, label, t(`accounts.types.${type}`), `${server}:${port}`, username, security];
  return parts.join('\n');
}
