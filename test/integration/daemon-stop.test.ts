import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDaemon } from '../../daemon/cli/client/open-daemon.ts';
import { daemonProcess } from '../daemon-process.ts';
import { requestText } from '../raw-http.ts';

test('a request that comes to its end while the daemon stops is answered, and it stops as ever', async () => {
  await using daemon = await daemonProcess();
  await daemon.pairingCode();
  const text = requestText(daemon.port, {});
  const socket = connect(daemon.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text.slice(0, 40));
  await sleep(50);
  const stopped = daemon.stop('SIGTERM');
  await sleep(100);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
  const closed = once(socket, 'close');
  socket.write(text.slice(40));
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 40[13] /);
  expect({ code: await stopped, output: daemon.output }).toEqual({
    code: 0,
    output: expect.stringMatching(/\nStopped\.\n$/),
  });
});

test('a client that asks on while the daemon stops, with a stream open, does not make it fail', async () => {
  await using daemon = await daemonProcess();
  for (let round = 0; round < 5; round++) {
    if (round > 0) await daemon.start();
    await daemon.pairingCode();
    const client = await openDaemon(daemon);
    const asks = Array.from({ length: 4 }, async () => {
      for (;;) await client.call('accountsList', {});
    });
    const reads = (async () => {
      const { signal } = new AbortController();
      for await (const _line of client.stream('live', {}, signal)) continue;
    })();
    const all = Promise.allSettled([...asks, reads]);
    await sleep(50);
    expect(await daemon.stop(round % 2 === 0 ? 'SIGINT' : 'SIGTERM')).toBe(0);
    await all;
  }
  expect(daemon.output).not.toContain('failed');
  expect(daemon.output.match(/^Stopped\.$/gm)).toHaveLength(5);
});
