import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { TestedAccount } from '../../shared/account-status.ts';
import { call } from './call.ts';
import { changes } from './changes.ts';

/** A test of many accounts changes them many times a second. */
const shortestBetweenMs = 250;

const current = signal<readonly TestedAccount[] | undefined>(undefined);
let loading = false;
let again = false;

/** All accounts as the daemon has them; `undefined` until they are loaded for the first time. */
export const accounts: ReadonlySignal<readonly TestedAccount[] | undefined> = current;

effect(() => {
  if (changes.accounts.value > 0) void load();
});

async function load(): Promise<void> {
  again = loading;
  if (loading) return;
  loading = true;
  try {
    current.value = (await call('accountsList', {})).accounts;
  } catch {
    // `connection` shows why, and the next stream loads them.
  }
  await new Promise((resolve) => setTimeout(resolve, shortestBetweenMs));
  loading = false;
  if (again) void load();
}
