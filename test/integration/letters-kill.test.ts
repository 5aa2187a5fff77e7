import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import { cliClient } from '../api/cli-client.ts';
import { daemonProcess } from '../daemon-process.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { formOf } from '../service/service-on-disk.ts';

/** More by the environment, as a long run has them. */
const kills = Number(process.env['MAILPROBE_KILLS'] ?? 20);
const atFirst = 400;
const anew = 30;
const own = { username: 'ann@mail.test', password: 'hunter2-secret', security: 'plain' as const };

test(
  `${kills} times kill -9 of the daemon while it fetches: no letter is lost, none is recorded twice`,
  { timeout: 60_000 + kills * 6_000 },
  async () => {
    const ids = Array.from({ length: atFirst }, (_, at) => String(at + 1));
    await using imap = await scriptedServer(imapScript({ ...own, messageIds: ids }));
    await using pop3 = await scriptedServer(pop3Script({ ...own, messageIds: ids }));
    await using daemon = await daemonProcess();
    const client = await cliClient(daemon);
    const accounts = [await added(client, 'imap', imap.port), await added(client, 'pop3', pop3.port)];

    let amid = 0;
    for (let round = 1; round <= kills; round++) {
      const again = await cliClient(daemon);
      let over = false;
      const work = Promise.allSettled(accounts.map((id) => fetchedBy(again, id))).finally(
        () => (over = true),
      );
      // At any moment of a fetch, its beginning and its end among them.
      await sleep(20 + Math.random() * 400);
      if (!over) amid += 1;
      await daemon.stop('SIGKILL');
      await work;
      for (let one = 0; one < anew; one++) ids.push(String(ids.length + 1));
      await daemon.start();
    }

    const last = await cliClient(daemon);
    for (const id of accounts) await fetchedBy(last, id);
    for (const id of accounts) expect(await fetchedBy(last, id)).toBe(0);
    expect(await daemon.stop()).toBe(0);
    const expected = ids.map((id) => `${id}@example.org`).toSorted();
    for (const id of accounts) expect(recorded(daemon.directory, id)).toEqual(expected);
    // Without this nothing was shown.
    expect(amid).toBeGreaterThan(kills / 4);
  },
);

async function added(client: DaemonClient, type: 'imap' | 'pop3', port: number): Promise<Id> {
  const account = formOf({ type, port, ...own }, type);
  return (await client.call('accountsCreate', { account }, { password: own.password })).account.id;
}

/** How many letters came in, once the fetch is over. */
async function fetchedBy(client: DaemonClient, accountId: Id): Promise<number> {
  let letters = -1;
  for await (const line of client.stream('lettersFetch', { accountId }, new AbortController().signal)) {
    if (line.type === 'finished' && !line.failure) ({ letters } = line);
  }
  return letters;
}

/** Message-IDs of all letters of the account. */
function recorded(directory: string, accountId: Id): string[] {
  using db = new DatabaseSync(join(directory, 'mailprobe.db'), { readOnly: true });
  const rows = db.prepare('SELECT message_id FROM letters WHERE account_id = ?').all(BigInt(accountId));
  return rows.map((row) => String(row['message_id'])).toSorted();
}
