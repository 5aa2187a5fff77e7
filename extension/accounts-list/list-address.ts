import { AccountType } from '../../shared/account.ts';
import { listAddress } from '../addresses/accounts-address.ts';

/** What the list can be sorted by: its columns. */
export const sortKeys = [
  'name',
  'type',
  'server',
  'security',
  'active',
  'state',
  'tested',
  'latency',
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** What the list can be narrowed to, beside the type: the states of an account that is not being tested, the worst first. */
export const listedStates = [
  'failed',
  'guarded',
  'password_needed',
  'warning',
  'changed',
  'cancelled',
  'untested',
  'works',
  'inactive',
] as const;
export type ListedState = (typeof listedStates)[number];

/** What the address says of the list: `#/accounts?find=…&type=…&state=…&sort=-latency`. */
export interface ListView {
  readonly find: string;
  readonly type: AccountType | undefined;
  readonly state: ListedState | undefined;
  readonly sort: Sorting;
}

/** Reads any address; what it does not know counts as not said. */
export function parseListView(hash: string): ListView {
  const said = new URLSearchParams(hash.split('?', 2)[1] ?? '');
  const sort = said.get('sort') ?? '';
  const by = sortKeys.find((key) => key === sort.replace(/^-/, ''));
  return {
    find: said.get('find') ?? '',
    type: AccountType.safeParse(said.get('type')).data,
    state: listedStates.find((state) => state === said.get('state')),
    sort: by ? { by, descending: sort.startsWith('-') } : { by: 'name', descending: false },
  };
}

/** The address of a view; what goes without saying leaves no trace in it. */
export function formatListView({ find, type, state, sort }: ListView): string {
  const said = new URLSearchParams();
  const order = `${sort.descending ? '-' : ''}${sort.by}`;
  for (const [name, value] of Object.entries({ find, type, state, sort: order === 'name' ? '' : order }))
    if (value) said.set(name, value);
  const query = said.toString();
  return query ? `${listAddress}?${query}` : listAddress;
}

/** A click on the head of a column: that column, or the other way round. */
export function sortedBy(by: SortKey, now: Sorting): Sorting {
  return { by, descending: now.by === by && !now.descending };
}
