import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../daemon/store/migrations.ts';
import { storeTables } from '../../daemon/store/tables.ts';
import { properties, propertyNames } from '../../shared/properties.ts';
import { accountRefusal, propertySchema } from '../../shared/property-rules.ts';
import { accountFields, imapConnection, logEntry, smtpConnection } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const send = 'default.email.account.send';
const receive = 'default.email.account.receive';

test('every default is a value that its property takes', () => {
  for (const name of propertyNames) {
    expect(propertySchema(name).safeParse(properties[name].default), name).toMatchObject({ success: true });
  }
});

test.each([
  ['mailprobe.test.every', 1.5, 'mailprobe.test.every is a whole number of minutes from 0 to 10080.'],
  ['mailprobe.test.every', '5', 'mailprobe.test.every is a whole number of minutes from 0 to 10080.'],
  ['mailprobe.test.every', -1, 'mailprobe.test.every is a whole number of minutes from 0 to 10080.'],
  ['simple.email.smtp.active', 'yes', 'simple.email.smtp.active is on or off (true or false).'],
  ['mailprobe.log.keep.days', 0, 'mailprobe.log.keep.days is a whole number of days from 1 to 36500.'],
  [send, '12', `${send} takes the id of an account (18 digits), or nothing.`],
  [
    'simple.email.test.user',
    ['ada@acme.example', 'Ada <ada@acme.example>'],
    '“Ada <ada@acme.example>” is not an email address: write it as name@example.com, without a display name.',
  ],
] as const)('%s does not take %j, and says why', (name, value, sentence) => {
  const { properties } = memoryStore();
  expect(() => properties.set(name, value)).toThrow(
    expect.objectContaining({ kind: 'value_refused', message: sentence }),
  );
  expect(properties.all()[name]).toEqual(memoryStore().properties.all()[name]);
});

describe('a default account', () => {
  test('must be there, be of the right type, and be active', () => {
    const { accounts, properties } = memoryStore();
    const imap = accounts.create(accountFields(accounts.newId(), 'In', imapConnection));
    const smtp = accounts.create({
      ...accountFields(accounts.newId(), 'Out', smtpConnection),
      active: false,
    });
    const none = accounts.newId();
    expect(() => properties.set(send, none)).toThrow(`${send}: there is no account with the id ${none}.`);
    expect(() => properties.set(send, imap.id)).toThrow(`${send} takes an SMTP account, and In is IMAP.`);
    expect(() => properties.set(receive, smtp.id)).toThrow(
      `${receive} takes an IMAP or POP3 account, and Out is SMTP.`,
    );
    expect(() => properties.set(send, smtp.id)).toThrow(`${send}: Out is not active`);
    properties.set(receive, imap.id);
    expect(properties.all()).toMatchObject({ [send]: '', [receive]: imap.id });
    properties.set(receive, '');
    expect(properties.all()[receive]).toBe('');
  });

  test('falls back to none when the account is deleted, or works there no longer', () => {
    const { accounts, deletions, properties } = memoryStore();
    const changes = [
      (id: string) => deletions.remove([id], 1),
      (id: string) => accounts.change({ ...accountFields(id), active: false }),
      (id: string) => accounts.change(accountFields(id, 'Work', smtpConnection)),
    ];
    for (const change of changes) {
      const { id } = accounts.create(accountFields(accounts.newId()));
      properties.set(receive, id);
      expect(accounts.change(accountFields(id, 'Renamed')).resets).toEqual([]);
      expect(change(id).resets).toEqual([receive]);
      expect(properties.all()[receive]).toBe('');
    }
  });
});

describe('the last change of a property', () => {
  test('is nobody’s until somebody sets it, and tells who and when from then on, also after a reset', () => {
    const { properties, person } = memoryStore();
    expect(properties.changes()).toEqual({});
    const before = Date.now();
    properties.set('mailprobe.test.every', 30);
    const by = person.get().username;
    const { 'mailprobe.test.every': set, ...others } = properties.changes();
    expect(others).toEqual({});
    expect(set?.by).toBe(by);
    expect(Date.parse(set?.at ?? '')).toBeGreaterThanOrEqual(before);
    properties.reset('mailprobe.test.every');
    expect(properties.all()['mailprobe.test.every']).toBe(0);
    expect(properties.changes()['mailprobe.test.every']).toMatchObject({ by });
  });

  test('is not of a value that was refused', () => {
    const { properties } = memoryStore();
    expect(() => properties.set('mailprobe.test.every', -1)).toThrow();
    expect(properties.changes()).toEqual({});
  });

  test('is noted when an account that it named works there no longer', () => {
    const { accounts, db, deletions, properties } = memoryStore();
    const { id } = accounts.create(accountFields(accounts.newId()));
    properties.set(receive, id);
    db.exec('UPDATE properties SET changed_by = NULL, changed_at = NULL');
    expect(properties.changes()).toEqual({});
    deletions.remove([id], 1);
    expect(Object.keys(properties.changes())).toEqual([receive]);
  });
});

test('values from before the changes were noted are kept', () => {
  const db = new DatabaseSync(':memory:');
  onTestFinished(() => db.close());
  for (const { up } of migrations.slice(0, 2)) up(db);
  db.exec(`INSERT INTO properties VALUES ('mailprobe.test.every', '30')`);
  for (const { up } of migrations.slice(2)) up(db);
  const { properties } = storeTables(db, '/nowhere');
  expect(properties.all()['mailprobe.test.every']).toBe(30);
  expect(properties.changes()).toEqual({});
});

test('a property that takes no account refuses none', () => {
  expect(accountRefusal('mailprobe.test.every', '157425284611357796', undefined)).toBeUndefined();
});

describe('a value that something else wrote', () => {
  const every = 'mailprobe.test.every';

  test.each(['"often"', '30', 'no JSON', '', 'null', '1e400'])(
    'is told and not used, and costs the others nothing: %j',
    (text) => {
      const { db, properties } = memoryStore();
      properties.set('mailprobe.log.keep.days', 30);
      expect(properties.damaged()).toEqual([]);
      db.prepare('INSERT INTO properties (name, value) VALUES (?, ?)').run('simple.email.test.user', text);
      expect(properties.all()).toMatchObject({ 'simple.email.test.user': [], 'mailprobe.log.keep.days': 30 });
      expect(properties.damaged()).toEqual(['simple.email.test.user']);
    },
  );

  test('is mended by setting it, and by resetting it', () => {
    const { db, properties } = memoryStore();
    const damage = () =>
      db.exec(`INSERT INTO properties (name, value) VALUES ('${every}', '"often"')
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
    damage();
    properties.set(every, 30);
    expect([properties.all()[every], properties.damaged()]).toEqual([30, []]);
    damage();
    properties.reset(every);
    expect([properties.all()[every], properties.damaged()]).toEqual([0, []]);
  });

  test('does not keep an account from being deleted, nor is it reset by that', () => {
    const { accounts, db, deletions, properties } = memoryStore();
    const { id } = accounts.create(accountFields(accounts.newId()));
    properties.set(receive, id);
    db.exec(`INSERT INTO properties (name, value) VALUES ('${send}', '12')`);
    expect(deletions.remove([id], 1).resets).toEqual([receive]);
    expect(properties.damaged()).toEqual([send]);
  });

  test('deletes no log record that a limit nobody can read any more may have kept', async () => {
    const { db, housekeeping, log, properties } = memoryStore();
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    log.append([200, 2].map((days) => ({ ...logEntry(), createdAt: ago(days) })));
    properties.set('mailprobe.log.keep.days', 365);
    db.exec(`UPDATE properties SET value = '365 days'`);
    expect(await housekeeping.trimLog()).toBe(0);
    properties.reset('mailprobe.log.keep.days');
    expect(await housekeeping.trimLog()).toBe(1);
  });

  test('may be when a change was made: nobody knows then', () => {
    const { db, properties } = memoryStore();
    properties.set(every, 30);
    db.exec('UPDATE properties SET changed_at = 9000000000000000000');
    expect(properties.changes()).toEqual({});
    expect(properties.all()[every]).toBe(30);
  });
});
