import { type AccountStatus, accountStatus, type TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { collator } from '../status/collator.ts';
import { folded, searchedWords } from '../status/folded.ts';

/** What needs a hand comes first; within a rank by name. A running test does not move its row. */
export function rowOrder(accounts: readonly TestedAccount[]): Id[] {
  return accounts
    .map(({ account, ...rest }) => ({
      id: account.id,
      name: account.name,
      rank: account.active ? ranks[accountStatus({ account, ...rest })] : inactiveRank,
    }))
    .toSorted((one, other) => one.rank - other.rank || collator.compare(one.name, other.name))
    .map(({ id }) => id);
}

/** The order shown before, with what was added at its end: so that nothing moves under the pointer. */
export function keptOrder(before: readonly Id[], wanted: readonly Id[]): Id[] {
  const there = new Set(wanted);
  const known = new Set(before);
  return [...before.filter((id) => there.has(id)), ...wanted.filter((id) => !known.has(id))];
}

/** Accounts whose name, label, server, user or type holds every word. */
export function filterAccounts(accounts: readonly TestedAccount[], text: string): readonly TestedAccount[] {
  const words = searchedWords(text);
  if (words.length === 0) return accounts;
  return accounts.filter(({ account: { name, label, connection } }) => {
    const { type, server, port, username } = connection;
    const told = folded(`${name} ${label} ${type} ${server}:${port} ${username}`);
    return words.every((word) => told.includes(word));
  });
}

const ranks: Record<AccountStatus, number> = {
  failed: 0,
  guarded: 1,
  password_needed: 2,
  warning: 3,
  changed: 4,
  cancelled: 5,
  untested: 6,
  works: 7,
};
const inactiveRank = 8;
