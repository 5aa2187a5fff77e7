import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Secret } from '../../daemon/secret.ts';
import { fetchedBy, lettersIn, mailRecords, sourceOf } from '../letters/coming-in.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { reset, send, silence } from '../servers/steps.ts';
import { type HandClock, handClock } from '../service/hand-clock.ts';
import { formOf, savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret', security: 'plain' as const };
const password = new Secret(person.password);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
const imap = (options: Partial<ImapOptions> = {}) => imapScript({ ...person, messageIds: ['4'], ...options });
const patiently = { timeout: 10_000, interval: 20 };
const messages = async (...[service]: Parameters<typeof mailRecords>) =>
  (await mailRecords(service)).map(({ level, message }) => `${level}: ${message}`);

/** An account whose turn a test takes, which hangs until it is cancelled. */
async function waiting(later: ReturnType<typeof imap>[] = [], clock?: HandClock) {
  const server = await scriptedServer([imap(), imap({ on: { GREETING: silence() } }), ...later]);
  const ground = await serviceOnDisk({ ...(clock && { clock }) });
  const target = { type: 'imap' as const, port: server.port, ...person };
  const accountId = await savedAccount(ground, target, 'Desk');
  await fetchedBy(ground.service, { accountId });
  const { testId } = await ground.service.tests.start(accountId);
  await expect.poll(() => server.connections.length, patiently).toBe(2);
  return {
    server,
    target,
    accountId,
    service: ground.service,
    free: () => ground.service.tests.cancel([testId]),
  };
}

test('a fetch whose account is stopped while it waits for its turn is refused', async () => {
  const { server, service, accountId, free } = await waiting([imap()]);
  await using _ = server;
  const lines = fetchedBy(service, { accountId });
  await sleep(200);
  await service.accounts.activate([accountId], false);
  free();
  expect((await lines).at(-1)).toMatchObject({
    type: 'refused',
    refusal: { message: expect.stringContaining('inactive') },
  });
  expect(server.connections).toHaveLength(2);
});

test('a fetch whose account leads elsewhere when its turn comes goes there', async () => {
  const { server, target, service, accountId, free } = await waiting();
  await using _ = server;
  await using other = await scriptedServer(imap({ messageIds: ['7', '8'] }));
  const lines = fetchedBy(service, { accountId });
  await sleep(200);
  await service.accounts.change(accountId, formOf({ ...target, port: other.port }, 'Desk'), password);
  free();
  expect((await lines).at(-1)).toMatchObject({ type: 'finished', letters: 2 });
  expect(server.connections).toHaveLength(2);
});

test('a source whose account is stopped while it waits for its turn is refused', async () => {
  const { server, service, accountId, free } = await waiting([imap()]);
  await using _ = server;
  const [letter] = await lettersIn(service);
  const source = sourceOf(service, letter?.id ?? '');
  // It has looked at the account, and waits.
  await sleep(200);
  await service.accounts.activate([accountId], false);
  free();
  expect((await source).last).toMatchObject({
    type: 'refused',
    refusal: { message: expect.stringContaining('inactive') },
  });
  expect(server.connections).toHaveLength(2);
});

test('an automatic fetch whose account is the default one no longer when its turn comes is left out', async () => {
  const clock = handClock();
  const { server, service, accountId, free } = await waiting([imap()], clock);
  await using _ = server;
  await using other = await scriptedServer(imap({ messageIds: ['7'] }));
  const next = await savedAccount({ service }, { type: 'imap', port: other.port, ...person }, 'Next');
  const name = 'default.email.account.receive';
  await service.properties.set(name, accountId);
  await expect.poll(() => clock.timers(), patiently).toBe(1);
  clock.pass(60_000);
  await sleep(200);
  await service.properties.set(name, next);
  free();
  await expect.poll(() => clock.timers(), patiently).toBe(1);
  await sleep(200);
  clock.pass(60_000);
  await expect
    .poll(() => messages(service), patiently)
    .toContain('Info: 1 letter was fetched from account Next.');
  expect(server.connections).toHaveLength(2);
  expect((await messages(service)).join('\n')).not.toMatch(/Warning|Error/);
});

/** Gives the first batch of 20, and then does this. */
function afterTwenty(then: ReturnType<typeof silence>): ImapOptions['on'] {
  let asked = 0;
  const letter = (uid: number) => `* ${uid} FETCH (UID ${uid} RFC822.SIZE 12 BODY[]<0> "Subject: ${uid}")`;
  const answer = send((peer) => `${numbers(20).map(Number).map(letter).join('\r\n')}\r\n${peer.tag} OK done`);
  return {
    'UID FETCH': {
      label: 'give twenty',
      run: (peer) => ((asked += 1) === 1 ? answer : then).run(peer),
    },
  };
}

test('a fetch that is cancelled in its midst says how many are recorded, and that the others come', async () => {
  await using server = await scriptedServer([
    imap({ messageIds: numbers(30), on: afterTwenty(silence()) ?? {} }),
    imap({ messageIds: numbers(30) }),
  ]);
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, { type: 'imap', port: server.port, ...person }, 'Desk');
  const end = new AbortController();
  for await (const line of ground.service.incoming.fetch({ accountId }, 'en', end.signal))
    if (line.type === 'progress') end.abort();
  await expect
    .poll(() => messages(ground.service), patiently)
    .toContain(
      'Info: The fetch from account Desk was ended early: 20 letters were recorded of 30 to come; the others come with the next fetch.',
    );
  expect((await fetchedBy(ground.service, { accountId })).at(-1)).toMatchObject({ letters: 10 });
});

test('a fetch whose account is deleted in its midst ends with it, and goes on where it was once that is undone', async () => {
  await using server = await scriptedServer([
    imap({ messageIds: numbers(30), on: afterTwenty(silence()) ?? {} }),
    imap({ messageIds: numbers(30) }),
  ]);
  const { service } = await serviceOnDisk();
  const accountId = await savedAccount({ service }, { type: 'imap', port: server.port, ...person }, 'Desk');
  const lines = [];
  for await (const line of service.incoming.fetch({ accountId }, 'en', new AbortController().signal)) {
    lines.push(line);
    if (line.type === 'progress') await service.accounts.remove([accountId]);
  }
  expect(lines.at(-1)).toMatchObject({ type: 'refused', refusal: { kind: 'conflict' } });
  expect(await lettersIn(service)).toHaveLength(20);
  await service.accounts.restore([accountId]);
  expect((await fetchedBy(service, { accountId })).at(-1)).toMatchObject({ type: 'finished', letters: 10 });
  expect(new Set((await lettersIn(service)).map(({ id }) => id)).size).toBe(30);
});

test('a fetch that breaks off in its midst says so, and not that nothing was fetched', async () => {
  await using server = await scriptedServer(
    imap({ messageIds: numbers(30), on: afterTwenty(reset()) ?? {} }),
  );
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, { type: 'imap', port: server.port, ...person }, 'Desk');
  expect((await fetchedBy(ground.service, { accountId })).at(-1)).toMatchObject({
    letters: 20,
    stage: 'mailbox',
  });
  const said = (await messages(ground.service)).join('\n');
  expect(said).toMatch(
    /Error: The fetch from account Desk broke off: 20 letters were recorded of 30 to come; the others come with the next fetch\. Stage mailbox failed/,
  );
  expect(said).not.toContain('were not fetched');
});

test('a fetch that fails behind its last letter says that all are there', async () => {
  await using server = await scriptedServer(imap({ on: { LOGOUT: reset() } }));
  const ground = await serviceOnDisk();
  const accountId = await savedAccount(ground, { type: 'imap', port: server.port, ...person }, 'Desk');
  await fetchedBy(ground.service, { accountId });
  expect((await messages(ground.service)).at(-1)).toMatch(
    /^Error: All letters of account Desk were fetched; what came behind them failed\. Stage logout failed/,
  );
});

test('an automatic fetch that the daemon ends in its midst says how far it came', async () => {
  await using server = await scriptedServer(
    pop3Script({
      ...person,
      messageIds: numbers(30),
      capabilities: ['TOP', 'UIDL', 'USER'],
      on: {
        TOP: (() => {
          let asked = 0;
          const letter = send('+OK', 'Subject: one', '', '.');
          return { label: 'give twenty', run: (peer) => ((asked += 1) <= 20 ? letter : silence()).run(peer) };
        })(),
      },
    }),
  );
  const clock = handClock();
  const ground = await serviceOnDisk({ clock });
  const id = await savedAccount(ground, { type: 'pop3', port: server.port, ...person }, 'Desk');
  await ground.service.properties.set('default.email.account.receive', id);
  await expect.poll(() => clock.timers(), patiently).toBe(1);
  clock.pass(60_000);
  await expect.poll(() => server.receivedBeforeTls.toString().match(/TOP/g)?.length, patiently).toBe(21);
  await ground.service.properties.set('simple.email.read.active', false);
  await expect
    .poll(() => messages(ground.service), patiently)
    .toContain(
      'Info: The fetch from account Desk was ended early: 20 letters were recorded of 30 to come; the others come with the next fetch.',
    );
});
