import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { importer } from '../../extension/transfer/importer.ts';
import type { Account, AccountForm } from '../../shared/account.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { Refused } from '../../shared/refusal.ts';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';
import { fileOf, storedAccount } from '../transfer/stored-account.ts';

const a = '157425284611357796';
const head = 'name,type,server,username,port,ssl,tls';
const rowsOf = (...names: string[]) => names.map((name) => `${name},imap,${name}.example,ada,993,yes,no`);

/** A daemon as far as an import needs one: it stores, refuses what is called `bad`, and can be away. */
function daemon(stored: Account[] = []) {
  const accounts = signal<readonly Account[] | undefined>(stored);
  const state = { away: false, before: async (_name: string) => {} };
  const add = (account: AccountForm) => {
    const id = String(BigInt(a) + BigInt(1 + (accounts.peek() ?? []).length));
    const made = { ...account, id, hasPassword: false, revision: 1 };
    accounts.value = [...(accounts.peek() ?? []), made];
    return made;
  };
  const call = async (name: string, body: { id?: string; account?: AccountForm }) => {
    await state.before(body.account?.name ?? name);
    if (state.away) throw new Error('away');
    if (name === 'accountsList') return { accounts: (accounts.peek() ?? []).map((account) => ({ account })) };
    const { account } = body;
    if (!account) throw new Error(`Not asked for: ${name}`);
    if (account.name === 'bad') throw new Refused({ kind: 'invalid', message: 'It is bad.' });
    if (name === 'accountsCreate') return { account: add(account) };
    const changed = { ...storedAccount(body.id ?? ''), ...account, revision: 2 };
    accounts.value = (accounts.peek() ?? []).map((one) => (one.id === body.id ? changed : one));
    return { account: changed, resets: [] };
  };
  const parts = {
    client: { call: call as unknown as DaemonClient['call'] },
    accounts,
    defaults: signal({}),
    refusalOf: (error: unknown) => (error instanceof Refused ? error.refusal.message : undefined),
    troubleOf: () => 'The companion is away.',
    changedMeanwhile: 'Changed meanwhile.',
  };
  return { state, accounts, add, works: importer(parts) };
}

async function chosen(lines: string[], stored?: Account[]) {
  const all = daemon(stored);
  await all.works.choose('accounts.csv', async () => readAccounts(fileOf(...lines)));
  const outcomes = () => [...all.works.ended.value].map(([line, { end }]) => [line, end.outcome]);
  return { ...all, outcomes };
}

describe('an import', () => {
  it('writes what is ticked and confirmed, row by row, and says how each ended', async () => {
    const plain = 'plain,pop3,plain.example,ada,110,no,no';
    const { works, outcomes, accounts } = await chosen([head, ...rowsOf('one', 'bad', 'two'), plain]);
    works.tick([4], false);
    expect(works.ready.value.map(({ line }) => line)).toEqual([2, 3]);
    works.confirm('plain', true);
    expect(works.ready.value.map(({ line }) => line)).toEqual([2, 3, 5]);
    await works.run();
    expect(outcomes()).toEqual([
      [2, 'imported'],
      [3, 'failed'],
      [5, 'imported'],
    ]);
    expect(accounts.value?.map(({ name, connection }) => [name, connection.allowPlain])).toEqual([
      ['one', false],
      ['plain', true],
    ]);
    // What was unticked is left, what failed can be tried again, what is done stays done.
    works.tick([4], true);
    expect(works.ready.value.map(({ line }) => line)).toEqual([3, 4]);
    await works.run();
    expect(outcomes().map(([line]) => line)).toEqual([2, 3, 5, 4]);
  });

  it('stops when the daemon is gone, says so, and goes on with what is left', async () => {
    const { works, state, outcomes, accounts } = await chosen([head, ...rowsOf('one', 'two', 'three')]);
    state.before = async (name) => {
      state.away = name === 'two';
    };
    await works.run();
    expect(outcomes()).toEqual([[2, 'imported']]);
    expect(works.trouble.value).toBe('The companion is away.');
    expect(works.progress.value).toBeUndefined();
    state.before = async () => {};
    state.away = false;
    await works.run();
    expect(works.trouble.value).toBe('');
    expect(accounts.value?.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });

  it('makes no account twice when only the answer was lost', async () => {
    const { works, state, add, outcomes, accounts } = await chosen([head, ...rowsOf('one')]);
    const [plan] = works.ready.value;
    state.before = async (name) => {
      if (name === 'one' && plan) {
        accounts.value = [];
        add(plan.form);
        throw new Error('lost');
      }
    };
    // The list of the page does not know it yet.
    await works.run();
    expect(outcomes()).toEqual([]);
    state.before = async () => {};
    works.tick([2], true);
    expect(works.plans.value?.map(({ what }) => what)).toEqual(['same']);
    expect(accounts.value).toHaveLength(1);
    await works.run();
    expect(accounts.value).toHaveLength(1);
  });

  it('does not write over what somebody else changed after the preview', async () => {
    const { works, state, add, outcomes, accounts } = await chosen([head, ...rowsOf('one')]);
    const [plan] = works.ready.value;
    state.before = async (name) => {
      if (name !== 'accountsList' || !plan || accounts.peek()?.length !== 0) return;
      add({ ...plan.form, name: 'Theirs' });
    };
    await works.run();
    expect(outcomes()).toEqual([[2, 'failed']]);
    expect(accounts.value?.map(({ name }) => name)).toEqual(['Theirs']);
    // Looked at again: Import now changes what is there.
    state.before = async () => {};
    expect(works.plans.value).toMatchObject([{ what: 'changes' }]);
    await works.run();
    expect(outcomes()).toEqual([[2, 'imported']]);
    expect(accounts.value?.map(({ name }) => name)).toEqual(['one']);
  });

  it('ends after the row under way when it is cancelled', async () => {
    const { works, state, outcomes } = await chosen([head, ...rowsOf('one', 'two', 'three')]);
    state.before = async (name) => {
      if (name === 'two') works.cancel();
    };
    await works.run();
    expect(outcomes().map(([line]) => line)).toEqual([2, 3]);
    expect(works.ready.value.map(({ line }) => line)).toEqual([4]);
  });

  it('shows rows as they were while it runs', async () => {
    const { works, state } = await chosen([head, ...rowsOf('one', 'two')]);
    const seen: unknown[] = [];
    state.before = async (name) => {
      if (name === 'two')
        seen.push(
          works.progress.value,
          works.plans.value?.map(({ what }) => what),
        );
    };
    await works.run();
    expect(seen).toEqual([{ done: 1, all: 2 }, ['new', 'new']]);
  });
});

describe('a choice', () => {
  it('of a file that holds none is told, and the last choice wins', async () => {
    const { works } = daemon();
    const slow = Promise.withResolvers<ReturnType<typeof readAccounts>>();
    const first = works.choose('slow.csv', () => slow.promise);
    expect(works.chosen.value).toEqual({ state: 'reading', name: 'slow.csv' });
    await works.choose('empty.csv', async () => readAccounts(fileOf('')));
    slow.resolve(readAccounts(fileOf(head, ...rowsOf('one'))));
    await first;
    expect(works.chosen.value).toEqual({ state: 'refused', name: 'empty.csv', fault: { kind: 'empty' } });
    await works.choose('gone.csv', () => Promise.reject(new Error('NotReadableError')));
    expect(works.chosen.value).toEqual({ state: 'unreadable', name: 'gone.csv' });
  });

  it('of another file forgets all that was said of the one before', async () => {
    const { works } = await chosen([head, ...rowsOf('one', 'bad')]);
    works.confirm('plain', true);
    works.tick([3], false);
    await works.run();
    works.forget();
    expect(works.chosen.value).toEqual({ state: 'none' });
    expect([works.confirmed.value, works.unticked.value.size, works.ended.value.size]).toEqual([
      { plain: false, address: false },
      0,
      0,
    ]);
  });
});
