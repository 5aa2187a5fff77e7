import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { describe, expect, inject, test } from 'vitest';
import { scriptedServer, type ScriptedServer } from '../servers/scripted-server.ts';
import {
  close,
  drip,
  flood,
  pause,
  receive,
  receiveTagged,
  reset,
  send,
  sendTagged,
  silence,
  startTls,
} from '../servers/steps.ts';

const { valid } = inject('realServers').certificates;
const tls = { cert: readFileSync(valid.cert), key: readFileSync(valid.key) };

/** A client that says these lines and reads until the server ends. */
async function read({ host, port }: ScriptedServer, ...lines: string[]): Promise<string> {
  const client = connect(port, host);
  client.write(lines.map((line) => `${line}\r\n`).join(''));
  return (await buffer(client)).toString();
}

const endOf = (client: Socket): Promise<Error | undefined> =>
  new Promise((resolve) => {
    let broken: Error | undefined;
    client.on('error', (error) => (broken = error)).on('close', () => resolve(broken));
    client.resume();
  });

describe('a script', () => {
  test('answers line by line, under the tag of the client', async () => {
    await using server = await scriptedServer([
      send('* OK ready'),
      receiveTagged(/^LOGIN /),
      sendTagged('OK in'),
      receive('A2 LOGOUT'),
      sendTagged('OK out'),
      close(),
    ]);
    expect(await read(server, 'A1 LOGIN a b', 'A2 LOGOUT')).toBe('* OK ready\r\nA1 OK in\r\nA2 OK out\r\n');
    await server.verify();
    expect(server.receivedBeforeTls.toString()).toBe('A1 LOGIN a b\r\nA2 LOGOUT\r\n');
  });

  test('cuts off a client that says something else, and tells where', async () => {
    await using server = await scriptedServer([send('+OK'), receive(/^USER/), send('+OK')]);
    expect(await read(server, 'QUIT')).toBe('+OK\r\n');
    await expect(server.verify()).rejects.toThrow(
      'connection 1: step 2, receive /^USER/: the client sent "QUIT"',
    );
  });

  test('tells of a client that left, said too much, or never came', async () => {
    await using left = await scriptedServer([receive('HELO')]);
    connect(left.port, left.host).end();
    while (left.connections.length === 0) await new Promise(setImmediate);
    await expect(left.verify()).rejects.toThrow('the client left');

    await using talkative = await scriptedServer([receive('HELO'), send('250 ok')]);
    connect(talkative.port, talkative.host).end('HELO\r\nSECRET\r\n');
    while (talkative.connections.length === 0) await new Promise(setImmediate);
    await talkative.connections[0]?.closed;
    await expect(talkative.verify()).rejects.toThrow('after the last step the client sent "SECRET\\r\\n"');

    await using lonely = await scriptedServer([]);
    await expect(lonely.verify()).rejects.toThrow('no client has come');
  });

  test('of a list goes to one client each, the last to all that follow', async () => {
    await using server = await scriptedServer([
      [send('first'), close()],
      [send('other'), close()],
    ]);
    expect([await read(server), await read(server), await read(server)]).toEqual([
      'first\r\n',
      'other\r\n',
      'other\r\n',
    ]);
  });
});

describe('TLS', () => {
  test('from the first byte: nothing is recorded in clear', async () => {
    await using server = await scriptedServer([startTls(), send('+OK'), receive('PASS x'), close()], { tls });
    const client = connectTls({ port: server.port, ca: readFileSync(inject('realServers').ca) });
    client.write('PASS x\r\n');
    expect((await buffer(client)).toString()).toBe('+OK\r\n');
    await server.verify();
    expect(server.receivedBeforeTls).toHaveLength(0);
    expect(server.receivedAfterTls.toString()).toBe('PASS x\r\n');
  });

  test('after STLS: what came before and after is recorded apart', async () => {
    const script = [receive('STLS'), send('+OK'), startTls(), receive('PASS x'), close()];
    await using server = await scriptedServer(script, { tls });
    const plain = connect(server.port, server.host);
    plain.write('STLS\r\n');
    await new Promise((resolve) => plain.once('data', resolve));
    const client = connectTls({ socket: plain, rejectUnauthorized: false });
    client.end('PASS x\r\n');
    await endOf(client);
    expect(server.receivedBeforeTls.toString()).toBe('STLS\r\n');
    expect(server.receivedAfterTls.toString()).toBe('PASS x\r\n');
  });

  test('a client that goes on in clear is recorded in clear', async () => {
    await using server = await scriptedServer([send('+OK'), startTls(), silence()], { tls });
    const client = connect(server.port, server.host);
    client.write('PASS x\r\n');
    await endOf(client);
    expect(server.receivedBeforeTls.toString()).toBe('PASS x\r\n');
    await expect(server.verify()).rejects.toThrow('step 2, start TLS: TLS handshake:');
  });
});

describe('a step', () => {
  test('close() ends properly', async () => {
    await using server = await scriptedServer([close()]);
    expect(await endOf(connect(server.port, server.host))).toBeUndefined();
  });

  test.each([
    ['in clear', [send('x'), reset()]],
    ['inside TLS', [startTls(), send('x'), reset()]],
  ])('reset() is a real RST %s', async (where, script) => {
    await using server = await scriptedServer(script, { tls });
    const address = { port: server.port, host: server.host };
    const client =
      where === 'in clear' ? connect(address) : connectTls({ ...address, rejectUnauthorized: false });
    expect(await endOf(client)).toMatchObject({ code: 'ECONNRESET' });
  });

  test('silence() says nothing and takes everything', async () => {
    await using server = await scriptedServer([silence()]);
    const client = connect(server.port, server.host);
    const heard: Buffer[] = [];
    client.on('data', (bytes) => heard.push(bytes)).end('anyone?\r\n');
    await endOf(client);
    expect(heard).toEqual([]);
    await server.verify();
  });

  test('drip() and pause() take their time', async () => {
    await using server = await scriptedServer([drip('0123456789', 10), pause(50), close()]);
    const started = performance.now();
    expect(await read(server)).toBe('0123456789');
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  test('flood() sends so many bytes', async () => {
    await using server = await scriptedServer([flood('x'.repeat(65_536), 10_000_000), close()]);
    expect(await read(server)).toHaveLength(10_000_000);
  });

  test('flood() without a total waits for a client that does not read, and ends with it', async () => {
    await using server = await scriptedServer([flood('x'.repeat(65_536))]);
    const before = process.memoryUsage().rss;
    const client = connect(server.port, server.host).pause();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    client.destroy();
    await server.connections[0]?.closed;
    await server.verify();
  });
});

test('splitOutput sends every byte on its own', async () => {
  await using server = await scriptedServer([send('+OK ready'), close()], { splitOutput: true });
  const pieces: string[] = [];
  const client = connect(server.port, server.host).on('data', (bytes) => pieces.push(String(bytes)));
  await endOf(client);
  expect(pieces.join('')).toBe('+OK ready\r\n');
  expect(pieces.length).toBeGreaterThan(8);
});
