import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { Id } from '../../shared/id.ts';
import { cliClient } from '../api/cli-client.ts';
import { daemonProcess } from '../daemon-process.ts';
import { letterServer } from '../letters/letter-server.ts';
import { pause } from '../servers/steps.ts';
import { formOf } from '../service/service-on-disk.ts';

/** More by the environment, as a long run has them. */
const kills = Number(process.env['MAILPROBE_KILLS'] ?? 20);
const inARound = 6;
const finalMs = 60_000;

test(
  `${kills} times kill -9 of the daemon while it sends: no letter is lost, none goes twice, and unknown is only what was handed over`,
  { timeout: 120_000 + kills * 6_000 },
  async () => {
    const atDot = [pause(15), '250 2.0.0 Ok: queued as 4Zk'];
    const { target, running, letters: taken } = await letterServer({ atDot });
    await using _server = running;
    await using daemon = await daemonProcess();
    const form = formOf({ type: 'smtp', ...target });
    const client = await cliClient(daemon);
    const { account } = await client.call('accountsCreate', { account: form }, { password: target.password });
    const acknowledged = new Set<Id>();
    let amid = 0;

    for (let round = 1; round <= kills; round++) {
      const first = Promise.withResolvers<void>();
      const writing = writeLetters(await cliClient(daemon), account.id, acknowledged, first.resolve);
      const work = Promise.allSettled([writing]);
      const before = taken.length;
      await Promise.race([first.promise, work]);
      // At any moment of the sending, its beginning and its end among them.
      await sleep(Math.random() * 300);
      if (taken.length > before) amid += 1;
      await daemon.stop('SIGKILL');
      for (const end of await work)
        if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(ConnectionTrouble);
      await daemon.start();
    }

    const last = await cliClient(daemon);
    for (const id of acknowledged) await settled(last, id);
    // Also one that was recorded in the moment of a kill, before anybody was told.
    const open = () =>
      recorded(daemon.directory).filter(({ status }) => /^(?:Ready|In Process)$/.test(status));
    await expect.poll(open, { timeout: finalMs, interval: 50 }).toEqual([]);
    expect(await daemon.stop()).toBe(0);
    const stored = recorded(daemon.directory);
    const arrived = taken.map(({ text }) => /^Message-ID: <(.*)>\r$/m.exec(text)?.[1] ?? '');
    expect(new Set(arrived).size, 'none twice').toBe(arrived.length);
    const byId = new Map(stored.map((letter) => [letter.id, letter]));
    expect(
      [...acknowledged].filter((id) => !byId.has(id)),
      'none lost',
    ).toEqual([]);
    expect(stored.filter(({ status }) => status !== 'Processed' && status !== 'Unknown')).toEqual([]);
    const unsent = stored.filter(
      ({ status, messageId }) => status === 'Processed' && !arrived.includes(messageId),
    );
    expect(unsent, 'what is said to be sent arrived').toEqual([]);
    // Between "handed over" on disk and the dot on the wire lies a moment: all the rest of the letter has arrived then.
    const unknown = stored.filter(({ status }) => status === 'Unknown');
    const wire = running.receivedBeforeTls.toString();
    expect(
      unknown.filter(({ messageId, text }) => !wire.includes(messageId) || !wire.includes(text)),
    ).toEqual([]);
    console.log(
      `${stored.length} letters, ${arrived.length} arrived, ${unknown.length} unknown, of these ` +
        `${unknown.filter(({ messageId }) => arrived.includes(messageId)).length} arrived.`,
    );
    // Without these numbers nothing was shown.
    expect(amid).toBeGreaterThan(kills / 4);
    expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
  },
);

async function writeLetters(
  client: DaemonClient,
  accountId: Id,
  acknowledged: Set<Id>,
  recorded: () => void,
): Promise<void> {
  for (let one = 0; one < inARound; one++) {
    const text = `This is letter ${acknowledged.size}-${one}-${Math.random()}, whole.`;
    const form = { accountId, to: 'bob@mail.test', subject: 'A test', text };
    acknowledged.add((await client.call('lettersSend', form)).letterId);
    recorded();
  }
}

async function settled(client: DaemonClient, id: Id): Promise<void> {
  for (const deadline = performance.now() + finalMs; ; await sleep(20)) {
    const { letter } = await client.call('lettersGet', { id });
    if (letter.status !== 'Ready' && letter.status !== 'In Process') return;
    if (performance.now() > deadline) throw new Error(`Letter ${id} is still ${letter.status}.`);
  }
}

function recorded(directory: string) {
  using db = new DatabaseSync(join(directory, 'mailprobe.db'), { readOnly: true });
  const rows = db
    .prepare(
      'SELECT CAST(id AS TEXT) AS id, status, message_id, text FROM letters JOIN letter_texts ON letter = seq',
    )
    .all();
  return rows.map(({ id, status, message_id: messageId, text }) => ({
    id: String(id),
    status: String(status),
    messageId: String(messageId),
    text: String(text),
  }));
}
