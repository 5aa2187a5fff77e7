import { useMemo, useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import type { Sorting } from './list-address.ts';
import { sortAccounts } from './sort-accounts.ts';

/**
 * The accounts in their order. While tests run it stays as it was, with what is new at its end: nothing moves under
 * the pointer.
 */
export function useSettledOrder(
  accounts: readonly TestedAccount[],
  { by, descending }: Sorting,
  running: boolean,
): readonly TestedAccount[] {
  const last = useRef<{ order: string; places: ReadonlyMap<Id, number> }>(undefined);
  return useMemo(() => {
    const order = `${by} ${descending}`;
    const settled = running && last.current?.order === order ? last.current.places : undefined;
    const place = ({ account }: TestedAccount) => settled?.get(account.id) ?? accounts.length;
    const sorted = settled
      ? accounts.toSorted((one, other) => place(one) - place(other))
      : sortAccounts(accounts, { by, descending });
    last.current = { order, places: new Map(sorted.map(({ account }, at) => [account.id, at])) };
    return sorted;
  }, [accounts, by, descending, running]);
}
