import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { type AccountState, accountState } from '../status/account-state.ts';
import type { ListedState, Sorting } from './list-address.ts';
import { sortAccounts } from './sort-accounts.ts';

interface Asked {
  readonly sort: Sorting;
  /** The list is narrowed down to it. */
  readonly state: ListedState | undefined;
}

/** The accounts in their order, and what their places and states were when it was made. */
export interface SettledList {
  readonly asked: string;
  readonly sorted: readonly TestedAccount[];
  readonly seen: ReadonlyMap<Id, { readonly place: number; readonly state: AccountState }>;
}

/**
 * Sorts anew, or, while held, keeps what the person has before them: places and states stay as they were, what is new
 * comes at the end, and what comes back comes to its place. Another order or state is always given at once.
 */
export function settledList(
  last: SettledList | undefined,
  accounts: readonly TestedAccount[],
  { sort, state }: Asked,
  held: boolean,
): SettledList {
  const asked = `${sort.by} ${sort.descending} ${state ?? ''}`;
  if (!held || last?.asked !== asked) {
    const sorted = sortAccounts(accounts, sort);
    const seen = new Map(
      sorted.map((tested, place) => [tested.account.id, { place, state: accountState(tested) }]),
    );
    return { asked, sorted, seen };
  }
  const seen = new Map(last.seen);
  for (const tested of accounts)
    if (!seen.has(tested.account.id))
      seen.set(tested.account.id, { place: seen.size, state: accountState(tested) });
  const place = ({ account }: TestedAccount) => seen.get(account.id)?.place ?? seen.size;
  return { asked, sorted: accounts.toSorted((one, other) => place(one) - place(other)), seen };
}
