import { securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accountState } from '../status/account-state.ts';
import { accountsWords } from '../words/accounts.ts';
import { statusWords } from '../words/status.ts';

/** The accounts that every word of the search stands in, in any field that the list shows. */
export function findAccounts(accounts: readonly TestedAccount[], find: string): readonly TestedAccount[] {
  const wanted = folded(find).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return accounts;
  return accounts.filter((tested) => {
    const text = folded(textOf(tested));
    return wanted.every((word) => text.includes(word));
  });
}

function textOf(tested: TestedAccount): string {
  const { name, label, connection } = tested.account;
  const { type, server, port, username } = connection;
  const state = statusWords.states[accountState(tested)];
  const security = accountsWords.securities[securityOf(connection)];
  return [name, label, type, `${server}:${port}`, username, security, state].join('\n');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
