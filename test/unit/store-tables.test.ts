import { describe, expect, test } from 'vitest';
import { trimLog } from '../../daemon/store/retention.ts';
import { transactions } from '../../daemon/store/transactions.ts';
import { mostClients } from '../../shared/client.ts';
import { accountFields, clientFields, logEntry, smtpConnection } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

describe('accounts', () => {
  test('come back as they were written, with all 18 digits of their id', () => {
    const { accounts, secrets } = memoryStore();
    const fields = accountFields('157425284611357797', "Ro'bert; DROP", {
      ...smtpConnection,
      pin: `${'A'.repeat(43)}=`,
    });
    accounts.create(fields, 'keychain');
    expect(accounts.get(fields.id)).toEqual({ ...fields, hasPassword: true, revision: 1 });
    expect(accounts.list()).toEqual([{ ...fields, hasPassword: true, revision: 1 }]);
    expect(accounts.passwordKeptIn(fields.id)).toBe('keychain');
    secrets.moved({ kept: [], lost: [fields.id], left: [] });
    expect(accounts.get(fields.id)?.hasPassword).toBe(false);
    expect(accounts.passwordKeptIn(fields.id)).toBeUndefined();
    expect(secrets.kept()).toEqual([]);
    expect(secrets.lost()).toEqual([fields.id]);
    accounts.change(fields, 'vault');
    expect(secrets.lost()).toEqual([]);
  });

  test('a change keeps where the password is', () => {
    const { accounts } = memoryStore();
    const { id } = accounts.create(accountFields(accounts.newId()), 'vault');
    const { account } = accounts.change(accountFields(id, 'Home'));
    expect(account).toMatchObject({ name: 'Home', hasPassword: true });
    expect(accounts.passwordKeptIn(id)).toBe('vault');
  });

  test('one that is not there is said so', () => {
    const { accounts } = memoryStore();
    const id = accounts.newId();
    const missing = expect.objectContaining({ kind: 'not_found' });
    expect(accounts.get(id)).toBeUndefined();
    expect(() => accounts.change(accountFields(id))).toThrow(missing);
    expect(() => accounts.passwordKeptIn(id)).toThrow(missing);
    expect(() => accounts.passwordChanges(id)).toThrow(missing);
  });

  test('fields that break a rule are refused with its sentence', () => {
    const { accounts } = memoryStore();
    const fields = accountFields(accounts.newId(), '', { ...smtpConnection, port: 0 });
    expect(() => accounts.create(fields)).toThrow('Name is missing. Port is a number from 1 to 65535.');
    expect(accounts.list()).toEqual([]);
  });

  test('a row that something else changed is told, not used', () => {
    const { accounts, db } = memoryStore();
    accounts.create(accountFields(accounts.newId()));
    db.exec(`UPDATE accounts SET server = 'https://evil.example/'`);
    expect(accounts.list()).toEqual([]);
  });

  test('a damaged row costs the others nothing: it is told by its id, and can be deleted and brought back', () => {
    const { accounts, deletions, properties, db } = memoryStore();
    const [whole, damaged] = [accounts.newId(), accounts.newId()];
    accounts.create(accountFields(whole, 'Whole'));
    accounts.create(accountFields(damaged, 'Damaged'));
    const name = 'default.email.account.receive';
    properties.set(name, damaged);
    db.exec(`UPDATE accounts SET port = 100000 WHERE id = ${damaged}`);
    expect(accounts.all()).toMatchObject({ accounts: [{ id: whole }], damaged: [damaged] });
    expect(() => accounts.get(damaged)).toThrow(expect.objectContaining({ kind: 'database_damaged' }));

    accounts.change(accountFields(whole, 'Changed'));
    expect(accounts.list()).toMatchObject([{ name: 'Changed' }]);
    // Nobody knows whether it works there still.
    expect(properties.all()[name]).toBe(damaged);

    expect(deletions.remove([damaged], 1)).toEqual({ deleted: [damaged], resets: [name] });
    expect(accounts.all().damaged).toEqual([]);
    expect(deletions.restore([damaged])).toEqual({ restored: [damaged], defaults: [] });
    expect(accounts.all().damaged).toEqual([damaged]);
  });
});

describe('log', () => {
  test('pages go from the newest to the oldest without gap or repetition', () => {
    const { log } = memoryStore();
    const records = log.append(Array.from({ length: 25 }, (_, n) => logEntry(`line ${n}`)));
    const seen: string[] = [];
    let page = log.page({ limit: 10 });
    while (page.length > 0) {
      seen.push(...page.map(({ message }) => message));
      log.append([logEntry('meanwhile')]);
      page = log.page({ limit: 10, before: page.at(-1)?.id });
    }
    expect(seen).toEqual(records.map(({ message }) => message).toReversed());
  });

  test('a page may be of one account or one test', () => {
    const { log } = memoryStore();
    const [accountId, testId] = ['157425284611357796', '157425284611357797'];
    const mine = log.append([
      logEntry('a', { accountId }),
      logEntry('b', { accountId, testId }),
      logEntry('c'),
    ]);
    expect(log.page({ limit: 9, only: { accountId } })).toEqual([mine[1], mine[0]]);
    expect(log.page({ limit: 9, only: { testId } })).toEqual([mine[1]]);
    expect(log.page({ limit: 9, only: { testId }, before: mine[1]?.id })).toEqual([]);
  });

  test('every page is read from an index, and sorts nothing', () => {
    const { db, statements } = memoryStore();
    const pages = statements.filter((sql) => /FROM log\b.*JOIN.*ORDER BY/s.test(sql));
    expect(pages).toHaveLength(3);
    for (const sql of pages) {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(1, 2, ...(sql.includes('_id = ?') ? [3] : []));
      const details = plan.map(({ detail }) => String(detail)).join(' ');
      expect(details, sql).toMatch(/^SEARCH log USING (INTEGER PRIMARY KEY|INDEX log_(account|test)) /);
      expect(details, sql).not.toContain('TEMP B-TREE');
    }
  });

  test('one bad entry keeps all of its batch out', () => {
    const { log } = memoryStore();
    const bad = { ...logEntry(), createdAt: 'yesterday' };
    expect(() => log.append([logEntry(), bad])).toThrow(expect.objectContaining({ kind: 'value_refused' }));
    expect(log.count()).toBe(0);
  });

  test.each([
    [{ days: 36_500, records: 1000 }, 1000],
    [{ days: 30, records: 1_000_000 }, 700],
    [{ days: 30, records: 500 }, 500],
    [{ days: 36_500, records: 5000 }, 2200],
  ])('keeps %o', async (keep, left) => {
    const { db, log } = memoryStore();
    const old = { ...logEntry('old'), createdAt: '2020-01-01T00:00:00.000Z' };
    const young = { ...logEntry('new'), createdAt: '2026-01-30T00:00:00.000Z' };
    log.append(Array.from({ length: 2200 }, (_, n) => (n < 1500 ? old : young)));
    const now = Date.parse('2026-02-01T00:00:00.000Z');
    expect(await trimLog({ db, transactions: transactions(db) }, keep, now)).toBe(2200 - left);
    expect(log.count()).toBe(left);
    expect(log.page({ limit: 1 })[0]?.message).toBe('new');
  });

  test('writes nothing where all is kept', async () => {
    const { db, log } = memoryStore();
    log.append(Array.from({ length: 5_000 }, () => logEntry()));
    const write = () => expect.unreachable();
    const keep = { days: 36_500, records: 5_000 };
    expect(await trimLog({ db, transactions: { ...transactions(db), write } }, keep)).toBe(0);
  });
});

describe('clients', () => {
  test('are kept by their public key, and noted when used', () => {
    const { clients } = memoryStore();
    clients.add(clientFields('a'), 1000);
    expect(clients.touch(clientFields('a').id, 2000)).toBe(true);
    expect(clients.list()).toEqual([
      { ...clientFields('a'), createdAt: '1970-01-01T00:00:01.000Z', lastUsedAt: '1970-01-01T00:00:02.000Z' },
    ]);
    expect(clients.remove(clientFields('a').id)).toBe(true);
    expect(clients.touch(clientFields('a').id)).toBe(false);
    expect(clients.get(clientFields('a').id)).toBeUndefined();
  });

  test('are sixteen at most; one of them may pair again', () => {
    const { clients } = memoryStore();
    for (let n = 0; n < mostClients; n++) clients.add(clientFields(n.toString(16)));
    expect(() => clients.add(clientFields('ab'))).toThrow('16 browsers are paired already');
    expect(clients.add({ ...clientFields('3'), name: 'New name' }).name).toBe('New name');
    expect(clients.list()).toHaveLength(mostClients);
  });
});

test('the person and the installation keep their ids', () => {
  const { person, installation } = memoryStore();
  expect(person.get()).toEqual(person.get());
  expect(person.get().id).toMatch(/^\d{18}$/);
  expect(installation.id()).toMatch(/^[\da-f-]{36}$/);
  installation.setVaultGeneration(7);
  expect(installation.vaultGeneration()).toBe(7);
});

test('no table has a column for a secret', () => {
  const { db } = memoryStore();
  const columns = db
    .prepare(`SELECT m.name || '.' || c.name AS name FROM sqlite_schema m, pragma_table_info(m.name) c`)
    .all()
    .map(({ name }) => String(name));
  expect(columns.length).toBeGreaterThan(30);
  expect(columns.filter((name) => /pass|secret|token|private/i.test(name))).toEqual([]);
});

test('every table but those of the search index is strict', () => {
  const { db } = memoryStore();
  const tables = db.prepare(
    `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  expect(tables.all().filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('a result that this version does not understand counts as none, and holds back no other', () => {
  const { db, accounts, lastTests } = memoryStore();
  for (const name of ['Work', 'Home']) {
    const { id: accountId } = accounts.create(accountFields(accounts.newId(), name));
    const lastTest = {
      testId: accounts.newId(),
      endedAt: '2026-11-22T12:00:00.000Z',
      verdict: 'passed' as const,
      ms: 1,
      warnings: [],
    };
    lastTests.put({ accountId, lastTest, settings: 'any', passwordChanges: 0, events: [] });
  }
  const [first, second] = accounts.list().map(({ id }) => id);
  const change = db.prepare('UPDATE last_tests SET result = ? WHERE account_id = ?');
  change.run('{"verdict":"unheard of"}', BigInt(first ?? 0));
  const results = lastTests.all().map(({ accountId, lastTest }) => [accountId, lastTest?.verdict]);
  expect(results).toEqual([
    [first, undefined],
    [second, 'passed'],
  ]);
  expect(lastTests.get(first ?? '0')).toMatchObject({ lastTest: undefined, events: [] });
  expect(lastTests.get(second ?? '0')).toMatchObject({ accountId: second, events: [] });
});
