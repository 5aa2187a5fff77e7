import { computed } from '@preact/signals';
import { useMemo, useReducer, useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { runs } from '../state/runs.ts';
import type { ListView } from './list-address.ts';
import { type SettledList, settledList } from './settled-list.ts';

const isTesting = computed(() => [...runs.value.values()].some(({ finished }) => !finished));

/**
 * The list as it settled: it rests while a test runs, and while the pointer or the focus is in its rows. `look` is to be
 * called when one of them has left.
 */
export function useSettledList(
  accounts: readonly TestedAccount[],
  { sort, state }: Pick<ListView, 'sort' | 'state'>,
): { readonly list: SettledList; readonly look: () => void } {
  const last = useRef<SettledList>(undefined);
  const [looked, look] = useReducer<number, void>((times) => times + 1, 0);
  const testing = isTesting.value;
  const { by, descending } = sort;
  const list = useMemo(
    () => settledList(last.current, accounts, { sort: { by, descending }, state }, testing || isAttended()),
    [accounts, by, descending, state, testing, looked],
  );
  last.current = list;
  return { list, look };
}

function isAttended(): boolean {
  return document.querySelector('.accounts-table tbody')?.matches(':hover, :focus-within') === true;
}
