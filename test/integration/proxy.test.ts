import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, inject, test } from 'vitest';
import { proxy, type Proxy } from '../servers/proxy.ts';
import { bigUser, messageIdsOf, smallUser } from '../servers/real/users.ts';
import { runProgram } from '../servers/run-program.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { tlsSession } from '../servers/tls-session.ts';
import { close, receive, reset, send } from '../servers/steps.ts';

const { ca, ports } = inject('realServers');

/** What a client reads that says one line at once and one after each answer. */
async function converse({ host, port }: Proxy, ...lines: string[]): Promise<string> {
  const client = connect(port, host);
  client.on('data', () => client.write(lines.shift() ?? ''));
  return (await buffer(client)).toString();
}

test('counts what waits for an answer as a flight, and what comes in one go as one', async () => {
  await using server = await scriptedServer([
    send('+OK'),
    receive('A'),
    receive('B'),
    send('+OK'),
    receive('C'),
    send('+OK'),
    close(),
  ]);
  await using between = await proxy({ port: server.port, delayMs: 20 });
  const started = performance.now();
  expect(await converse(between, 'A\r\nB\r\n', 'C\r\n')).toBe('+OK\r\n+OK\r\n+OK\r\n');
  expect(performance.now() - started).toBeGreaterThan(100);
  expect(between.counts).toEqual({
    connections: 1,
    bytesFromClient: 9,
    bytesFromServer: 15,
    clientFlights: 2,
  });
});

test('passes a reset on', async () => {
  await using server = await scriptedServer([reset()]);
  await using between = await proxy({ port: server.port });
  await expect(buffer(connect(between.port, between.host))).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('cut at random, the bytes stay the same', async () => {
  const session = [`1 LOGIN ${bigUser.username} ${bigUser.password}`, '2 EXAMINE INBOX', '3 UID SEARCH ALL'];
  await using between = await proxy({ port: ports.imaps, rechunkSeed: 7 });
  const said = await tlsSession(between.port, ca, ...session, '4 LOGOUT');
  expect(/^\* SEARCH (.*)\r$/m.exec(said)?.[1]?.split(' ')).toEqual(messageIdsOf(bigUser, 'imap'));
});

test('counts the flights of curl over a round trip of 100 ms', async () => {
  await using between = await proxy({ port: ports.imaps, delayMs: 50 });
  const login = ['--cacert', ca, '--user', `${smallUser.username}:${smallUser.password}`];
  await runProgram('curl', '-sS', ...login, `imaps://localhost:${between.port}/INBOX?ALL`);
  expect(between.counts.clientFlights).toBe(8);
});
