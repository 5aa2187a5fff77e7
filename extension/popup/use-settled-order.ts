import { useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import { keptOrder, rowOrder } from './popup-rows.ts';

/** The order of the rows; while `held` says so, a row stays where the person saw it. */
export function useSettledOrder(accounts: readonly TestedAccount[], held: () => boolean): readonly Id[] {
  const order = useRef<readonly Id[]>([]);
  const wanted = rowOrder(accounts);
  order.current = order.current.length > 0 && held() ? keptOrder(order.current, wanted) : wanted;
  return order.current;
}
