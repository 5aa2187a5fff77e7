import { accountTypes, securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accountState } from '../status/account-state.ts';
import { collator } from '../status/collator.ts';
import { lastLatency } from './latency.ts';
import { listedStates, type SortKey, type Sorting } from './list-address.ts';

type Compare = (one: TestedAccount, other: TestedAccount) => number;

/**
 * In the order of one column, then by name. Accounts that say nothing there, such as those without a test, come last
 * either way.
 */
export function sortAccounts(
  accounts: readonly TestedAccount[],
  { by, descending }: Sorting,
): readonly TestedAccount[] {
  const compare = compares[by];
  const missing = missings[by];
  return accounts.toSorted((one, other) => {
    const gap = missing ? Number(missing(one)) - Number(missing(other)) : 0;
    const order = gap || (descending ? compare(other, one) : compare(one, other));
    return order || byName(one, other) || (one.account.id < other.account.id ? -1 : 1);
  });
}

/** As people count: Office 2 before Office 10. */
const byName: Compare = (one, other) => collator.compare(one.account.name, other.account.name);

const securities = ['ssl', 'tls', 'plain'] as const;

const compares: Record<SortKey, Compare> = {
  name: byName,
  type: byRank(({ account }) => accountTypes.indexOf(account.connection.type)),
  server: (one, other) =>
    collator.compare(one.account.connection.server, other.account.connection.server) ||
    one.account.connection.port - other.account.connection.port,
  security: byRank(({ account }) => securities.indexOf(securityOf(account.connection))),
  active: byRank(({ account }) => (account.active ? 0 : 1)),
  state: byRank((tested) => listedStates.findIndex((state) => state === accountState(tested))),
  tested: byRank(({ lastTest }) => (lastTest ? Date.parse(lastTest.endedAt) : 0)),
  latency: byRank(({ recent }) => lastLatency(recent) ?? 0),
};

const missings: Partial<Record<SortKey, (tested: TestedAccount) => boolean>> = {
  tested: ({ lastTest }) => lastTest === undefined,
  latency: ({ recent }) => lastLatency(recent) === undefined,
};

function byRank(rank: (tested: TestedAccount) => number): Compare {
  return (one, other) => rank(one) - rank(other);
}
