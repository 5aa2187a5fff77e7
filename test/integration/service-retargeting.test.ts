import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { ConnectionSettings } from '../../shared/account.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { silence } from '../servers/steps.ts';
import { formOf, savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const pin = `${'A'.repeat(43)}=`;

/** Each sends the password elsewhere, to somebody else, or with less proof; the columns do it by hand. */
const fields: [string, (port: number) => Partial<ConnectionSettings>, string][] = [
  ['type', () => ({ type: 'pop3' }), `type = 'pop3'`],
  ['server', () => ({ server: '127.0.0.2' }), `server = '127.0.0.2'`],
  ['port', (port) => ({ port }), 'port = :port'],
  ['security', () => ({ tls: true }), 'tls = 1'],
  ['validation', () => ({ insecure: true }), 'insecure = 1'],
  ['pin', () => ({ pin }), `pin = '${pin}'`],
  ['user name', () => ({ username: 'eve' }), `username = 'eve'`],
];

describe.each(fields)('an account led astray by its %s', (_, change, column) => {
  it('by a change: nothing is saved, and no byte is sent', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer([silence()], { host: '0.0.0.0' });
    await using other = await scriptedServer([silence()], { host: '0.0.0.0' });
    const id = await savedAccount(ground, { type: 'imap', security: 'plain', port: server.port, ...person });
    const { account } = await ground.service.accounts.get(id);
    const form = formOf({ type: 'imap', security: 'plain', port: server.port, ...person });
    const astray = { ...form, connection: { ...form.connection, ...change(other.port) } };
    const refused = { refusal: { kind: 'secret_required', fields: { password: expect.any(String) } } };
    await expect(ground.service.accounts.change(id, astray)).rejects.toMatchObject(refused);
    expect((await ground.service.accounts.get(id)).account).toEqual(account);
    await expect(
      ground.service.tests.startDraft({ accountId: id, connection: astray.connection }),
    ).rejects.toMatchObject(refused);
    expect([...server.connections, ...other.connections]).toEqual([]);
  });

  it('by a hand in the database: the password is asked for, and no byte is sent', async () => {
    const before = await serviceOnDisk();
    await using server = await scriptedServer([silence()], { host: '0.0.0.0' });
    await using other = await scriptedServer([silence()], { host: '0.0.0.0' });
    const id = await savedAccount(before, { type: 'imap', security: 'plain', port: server.port, ...person });
    await before.close();
    const db = new DatabaseSync(join(before.directory, 'mailprobe.db'));
    db.exec(`UPDATE accounts SET ${column.replace(':port', String(other.port))}`);
    db.close();
    const { service } = await serviceOnDisk({ directory: before.directory });
    await expect(service.tests.start(id)).rejects.toMatchObject({ refusal: { kind: 'secret_required' } });
    expect(await service.tests.startAll()).toMatchObject({ started: [], skipped: [{ accountId: id }] });
    expect([...server.connections, ...other.connections]).toEqual([]);
  });
});
