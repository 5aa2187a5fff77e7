import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { call } from './call.ts';
import { changes } from './changes.ts';
import { sentenceOf } from './sentence-of.ts';

/** A test of many accounts changes them many times a second. */
const shortestBetweenMs = 250;

const current = signal<readonly TestedAccount[] | undefined>(undefined);
const unreadable = signal<readonly string[]>([]);
const trouble = signal('');
let loading = false;
let again = false;

/** All accounts as the daemon has them; `undefined` until they are loaded for the first time. */
export const accounts: ReadonlySignal<readonly TestedAccount[] | undefined> = current;

/** The ids of those that the daemon has and cannot read, since something else changed them. */
export const damagedAccounts: ReadonlySignal<readonly string[]> = unreadable;

/** Why they could not be read the last time, where `connection` does not say it; empty when they could. */
export const accountsTrouble: ReadonlySignal<string> = trouble;

effect(() => {
  if (changes.accounts.value > 0) void loadAccounts();
});

/** Asks for them anew, a moment later when that was just done; the answer, good or bad, shows in the signals. */
export async function loadAccounts(): Promise<void> {
  again = loading;
  if (loading) return;
  loading = true;
  await ask();
  setTimeout(() => {
    loading = false;
    if (again) void loadAccounts();
  }, shortestBetweenMs);
}

async function ask(): Promise<void> {
  try {
    const { accounts, damaged = [] } = await call('accountsList', {});
    current.value = accounts;
    unreadable.value = damaged;
    trouble.value = '';
  } catch (error) {
    // After such a one the page connects anew: `connection` shows why, and the next stream loads them.
    const reconnects = error instanceof ConnectionTrouble && error.kind !== 'busy';
    trouble.value = reconnects ? '' : sentenceOf(error);
  }
}
