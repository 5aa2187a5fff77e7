import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { cliClient } from '../api/cli-client.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { accountLedger, passwordOf } from '../kills/account-ledger.ts';
import { type ExpectedLog, expectedLog } from '../kills/expected-log.ts';
import { wrongPasswords } from '../kills/key-file-passwords.ts';
import { mixedWrites } from '../kills/mixed-writes.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';

const kills = 100;
const people = 3;
/** A start takes less than half a second; this is for a machine that is busy with other work. */
const longestStartMs = 10_000;

test(
  `${kills} times kill -9 amid writes: nothing that was acknowledged is lost, no password is at a wrong account`,
  { timeout: 300_000 },
  async () => {
    const script = pop3Script({ username: '', password: '', security: 'plain', passwordOf });
    await using mail = await scriptedServer(script);
    await using daemon = await daemonProcess();
    const ledger = accountLedger();
    const log = expectedLog();
    const place = { directory: daemon.directory, installId: await installIdOf(daemon) };
    let given = 0;

    for (let round = 1; round <= kills; round++) {
      const client = await cliClient(daemon);
      const ids = [...ledger.entries.keys()];
      const work = Array.from({ length: people }, (_, person) =>
        mixedWrites({
          client,
          ledger,
          mailPort: mail.port,
          logged: log.message,
          own: new Set(ids.filter((_id, at) => at % people === person)),
          next: () => ++given,
        }),
      );
      const ends = Promise.allSettled([...work, readLive(client, log)]);
      // At any moment of a write: that is what is to be proven.
      await Promise.race([sleep(20 + Math.random() * 120), ...work]).catch(() => undefined);
      await daemon.stop('SIGKILL');
      for (const end of await ends) if (end.status === 'rejected') expect(end.reason).toSatisfy(isOfTheKill);

      const since = performance.now();
      await daemon.start();
      expect(performance.now() - since).toBeLessThan(longestStartMs);
      const again = await cliClient(daemon);
      const { accounts } = await again.call('accountsList', {});
      const listed = accounts.map(({ account }) => account);
      expect(ledger.settle(listed), `kill ${round}`).toEqual([]);
      // What the kill has left beside its account is removed by the start itself, in the background.
      const wrong = () => wrongPasswords(place, listed, ledger.entries);
      await expect.poll(wrong, { timeout: 5_000, interval: 10, message: `kill ${round}` }).toEqual([]);
      expect(await log.missing(again, round % 25 === 0 ? 'ever' : 'last'), `kill ${round}`).toEqual([]);
      if (round % 20 === 0) await logsIn(again, [...ledger.entries]);
    }

    expect(await daemon.stop()).toBe(0);
    expect(await begunIn(daemon)).toEqual([]);
    // Without these numbers nothing was shown.
    expect(ledger.answered).toBeGreaterThan(kills);
    expect(ledger.cut).toBeGreaterThan(kills / 2);
    expect(log.told).toBeGreaterThan(2 * kills);
  },
);

async function readLive(client: DaemonClient, log: ExpectedLog): Promise<void> {
  for await (const event of client.stream('live', {}, new AbortController().signal))
    if (event.type === 'log') for (const record of event.records) log.record(record);
}

/** Every account whose password is stored is tested with it. */
async function logsIn(
  client: DaemonClient,
  entries: [id: string, { hasPassword: boolean; typeAgain?: boolean }][],
): Promise<void> {
  for (const [id, { hasPassword, typeAgain }] of entries) {
    if (!hasPassword || typeAgain) continue;
    const { testId } = await client.call('testsStart', { accountId: id });
    const verdicts: string[] = [];
    for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
      if (event.type === 'finished') verdicts.push(event.verdict);
    expect(verdicts).toEqual(['passed']);
  }
}

function isOfTheKill(error: unknown): boolean {
  return error instanceof ConnectionTrouble && ['unreachable', 'lost'].includes(error.kind);
}

/** Stops and starts it: the store has one user at a time. */
async function installIdOf(daemon: DaemonProcess): Promise<string> {
  await daemon.stop();
  const id = await inStore(daemon, (store) => store.installation.id());
  await daemon.start();
  return id;
}

/** Writes of passwords that were begun and are not struck out. */
function begunIn(daemon: DaemonProcess): Promise<unknown> {
  return inStore(daemon, (store) => store.secrets.begun());
}

async function inStore<T>(
  { directory }: DaemonProcess,
  read: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
  return await read(store);
}
