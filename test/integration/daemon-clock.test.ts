import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backups } from '../../daemon/store/backup.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import { cliClient } from '../api/cli-client.ts';
import { daemonProcess } from '../daemon-process.ts';
import { letterServer } from '../letters/letter-server.ts';
import { formOf } from '../service/service-on-disk.ts';
import { logEntry } from '../store/examples.ts';
import { fillLog } from '../store/fill-log.ts';

const program = fileURLToPath(new URL('../service/programs/put-date.mjs', import.meta.url));
const dayMs = 86_400_000;
const everything = { combinator: 'and' as const, rules: [] };

test.each([
  ['four years ahead', 4 * 365 * dayMs],
  ['twenty years behind', -20 * 365 * dayMs],
])(
  'a daemon whose clock was %s for a while has lost nothing, shows the newest first, and sends on',
  { timeout: 60_000 },
  async (_name, wrongByMs) => {
    const env: NodeJS.ProcessEnv = {};
    const { target, running } = await letterServer({});
    await using _server = running;
    await using daemon = await daemonProcess({ env });
    const old = [80, 40, 20, 3, 2, 1].map((days) => ({
      ...logEntry(`${days} days ago`),
      createdAt: new Date(Date.now() - days * dayMs).toISOString(),
    }));
    await fillLog(daemon, old.length, old);
    const first = await cliClient(daemon);
    const account = formOf({ type: 'smtp', ...target });
    const { id } = (await first.call('accountsCreate', { account }, { password: target.password })).account;
    const sent = [await sentBy(first, id)];

    await daemon.stop();
    env['NODE_OPTIONS'] = `--import=${program}`;
    env['DATE_WRONG_BY_MS'] = String(wrongByMs);
    await daemon.start();
    const wrong = await cliClient(daemon);
    sent.push(await sentBy(wrong, id));
    const label = new Date(Date.now() + wrongByMs).toISOString().slice(0, 10);
    // First comes the backup, then retention.
    await expect
      .poll(() => backups(daemon.directory).map((backup) => backup.label), { timeout: 10_000 })
      .toContain(`daily-${label}`);
    await sleep(300);
    expect(await newestLetters(wrong)).toEqual(sent.toReversed());

    await daemon.stop();
    delete env['NODE_OPTIONS'];
    await daemon.start();
    const last = await cliClient(daemon);
    sent.push(await sentBy(last, id));
    expect(await newestLetters(last)).toEqual(sent.toReversed());
    await last.call('propertiesSet', { name: 'mailprobe.test.every', value: 77 });
    const page = async (limit: number) => (await last.call('logPage', { limit })).records;
    const [newest] = await page(1);
    expect(newest?.message).toContain('77');
    const all = await page(500);
    expect(all.map((record) => record.id)).toEqual(
      all
        .map((record) => record.id)
        .toSorted()
        .toReversed(),
    );
    expect(all.map(({ message }) => message)).toEqual(
      expect.arrayContaining(old.map(({ message }) => message)),
    );
    const asked = { condition: everything, zone: 'UTC', sort: 'newest' as const, limit: 1 };
    expect((await last.call('logQuery', asked)).records).toEqual([newest]);
    await expect
      .poll(() => Date.parse(backups(daemon.directory)[0]?.createdAt ?? ''))
      .toBeLessThanOrEqual(Date.now());
  },
);

/** A letter, once the server has taken it. */
async function sentBy(client: DaemonClient, accountId: Id): Promise<Id> {
  const form = { accountId, to: 'bob@mail.test', subject: 'A test', text: 'Hello' };
  const { letterId } = await client.call('lettersSend', form);
  const status = async () => (await client.call('lettersGet', { id: letterId })).letter.status;
  await expect.poll(status, { timeout: 10_000 }).toBe('Processed');
  return letterId;
}

async function newestLetters(client: DaemonClient): Promise<Id[]> {
  const asked = {
    direction: 'outgoing' as const,
    condition: everything,
    zone: 'UTC',
    sort: 'newest' as const,
    limit: 50,
  };
  return (await client.call('lettersQuery', asked)).records.map(({ id }) => id);
}
