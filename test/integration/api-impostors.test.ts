import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { toBase64url } from '../../shared/session/base64url.ts';
import { generateIdentity, sign } from '../../shared/session/identity.ts';
import { randomBytes } from '../../shared/session/web-crypto.ts';
import { connected, origin, runningDaemon } from '../api/running-daemon.ts';

const code = 'ABCDEFGH23456789';

test('a fake daemon on the port is a stranger and learns nothing', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  await daemon.stop();
  const own = await generateIdentity();
  const heard: string[] = [];
  await impostor(daemon.port, async (path, body) => {
    heard.push(path, body);
    if (path !== '/session/start') return { status: 200, text: '{}' };
    const reply = {
      v: 1,
      eph: toBase64url((await generateIdentity()).publicKey),
      nonce: toBase64url(randomBytes(32)),
      bootId: toBase64url(randomBytes(16)),
      sid: toBase64url(randomBytes(16)),
      port: daemon.port,
      sig: toBase64url(await sign(own, 'mailprobe session daemon v1', randomBytes(32))),
    };
    return { status: 200, text: JSON.stringify(reply) };
  });
  for (let attempt = 0; attempt < 20; attempt++) {
    const fresh = connected(browser.identity, browser.daemon, origin);
    await expect(fresh.call('secretsUnlock', {}, { passphrase: 'hunter2-hunter2' })).rejects.toMatchObject({
      kind: 'stranger',
    });
  }
  expect(new Set(heard.filter((_text, at) => at % 2 === 0))).toEqual(new Set(['/session/start']));
  expect(heard.join('')).not.toContain('hunter2');
});

test('a fake daemon that took the port after the session began gets ciphertext, and its replies are not shown', async () => {
  const daemon = await runningDaemon();
  const cli = await daemon.cli();
  await cli.call('status', {});
  await daemon.stop();
  const heard: string[] = [];
  await impostor(daemon.port, async (_path, body) => {
    heard.push(body);
    return { status: 200, text: '{}' };
  });
  await expect(cli.call('pairOpen', {}, { code })).rejects.toMatchObject({ kind: 'stranger' });
  expect(heard).toHaveLength(1);
  expect(heard.join('')).not.toContain(code);
});

test('a relay from another port is a stranger', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const passed: string[] = [];
  const port = await impostor(0, async (path, body, headers) => {
    passed.push(path);
    return relayed(daemon.port, path, body, headers['origin']);
  });
  const fooled = connected(browser.identity, { ...browser.daemon, port }, origin);
  await expect(fooled.call('status', {})).rejects.toMatchObject({ kind: 'stranger' });
  expect(passed).toEqual(['/session/start']);
});

type Answer = (
  path: string,
  body: string,
  headers: NodeJS.Dict<string | string[]>,
) => Promise<{ status: number; text: string }>;

async function impostor(port: number, answer: Answer): Promise<number> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { status, text } = await answer(request.url ?? '', body, request.headers);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  });
  onTestFinished(() => server.close().closeAllConnections());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** With the Host that the daemon wants, which no browser would send. */
function relayed(port: number, path: string, body: string, from: string | string[] | undefined) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Origin: String(from) };
    const on = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers }, async (reply) => {
      let text = '';
      for await (const chunk of reply) text += String(chunk);
      resolve({ status: reply.statusCode ?? 0, text });
    });
    on.on('error', reject);
    on.setHeader('Content-Length', Buffer.byteLength(body));
    on.end(body);
  });
}
