import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../daemon/http/listener.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { pairedOrigin, type RequestParts, requestText, sendRaw } from '../raw-http.ts';
import { usualBodyLimit, type RouteRule } from '../../daemon/http/route-rule.ts';

const paired = pairedOrigin;
const routes = new Map<string, RouteRule>(
  [
    { path: '/status', access: 'client', bodyLimit: usualBodyLimit },
    { path: '/accounts/list', access: 'client', bodyLimit: usualBodyLimit },
    { path: '/pair/start', access: 'open', bodyLimit: 4096 },
  ].map((rule) => [rule.path, rule as RouteRule]),
);

let port = 0;
const entered: string[] = [];
const asked: string[] = [];
let close: () => void;

beforeAll(async () => {
  const made = await listen<true>({
    port: 0,
    behind: Promise.resolve({
      routes,
      mayCome: (origin: string) => origin === paired,
      admit(authorization: string) {
        asked.push(authorization);
        if (authorization !== 'Mailprobe good') throw new SessionFailure('wrong_proof');
        return { sid: '', seq: 1, mac: new Uint8Array() };
      },
      prove: async () => true as const,
      async serve(
        _request: IncomingMessage,
        response: ServerResponse,
        { route, body }: { route: RouteRule; body: Buffer },
      ) {
        entered.push(route.path);
        response.end(JSON.stringify({ said: JSON.parse(body.toString()) as unknown }));
      },
    }),
  });
  port = made.port;
  close = () => {
    made.server.closeAllConnections();
    made.server.close();
  };
});
afterAll(() => close());

describe('the gate of the local API', () => {
  it('lets a proper request of a paired client through, with its body', async () => {
    const { status, text } = await send(request({ authorization: 'Mailprobe good' }));
    expect(status).toBe(200);
    expect(text).toContain('{"said":{"a":1}}');
    expect(text.toLowerCase()).not.toContain('access-control');
  });

  it('answers the probe with 204 and nothing else', async () => {
    const { status, text } = await send(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect(status).toBe(204);
    expect(text).not.toMatch(/server:|date:|x-powered/i);
  });

  const bodies = new Set<string>();
  const origins = [
    'null',
    'http://localhost',
    'http://127.0.0.1',
    'https://evil.example',
    `chrome-extension://${'b'.repeat(32)}`,
    `chrome-extension://${'z'.repeat(32)}`,
    `chrome-extension://${'a'.repeat(31)}`,
    `${paired}/`,
    `${paired}.evil.example`,
    `moz-extension://11111111-2222-4333-8444-555555555555`,
    'moz-extension://x',
    'file://',
    'chrome-extension://',
    ' ',
    paired.toUpperCase(),
    `${paired}, ${paired}`,
    'data:text/html',
    'http://[::1]',
    'about:blank',
    `http://127.0.0.1:1`,
  ];
  const hosts = [
    '',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:',
    '127.0.0.1:0',
    '127.0.0.1:80',
    '127.1',
    '[::1]',
    '0.0.0.0',
    'evil.test',
    '127.0.0.1.nip.io',
    '2130706433',
    '0x7f000001',
    '127.0.0.2',
    'LOCALHOST',
    '127.0.0.1@evil.test',
    '127.0.0.1 ',
  ];
  const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'];

  it.each([...routes.keys(), '/unknown', '/'])(
    'refuses every wrong origin, host and method at %s, all alike',
    async (path) => {
      const before = entered.length + asked.length;
      const good = { path, authorization: 'Mailprobe good' };
      const wrong = [
        ...origins.map((origin) => request({ ...good, origin })),
        ...hosts.map((host) => request({ ...good, host })),
        ...hosts
          .map((host) => request({ ...good, host: `${host}:${port}` }))
          .filter((_text, at) => hosts[at] !== '127.0.0.1'),
        ...methods
          .filter((method) => !(path === '/' && method === 'GET'))
          .map((method) => request({ ...good, method })),
        ...['cross-site', 'same-site', 'none, none'].map((site) =>
          request({ ...good, more: `Sec-Fetch-Site: ${site}\r\n` }),
        ),
        ...['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', ''].map(
          (type) => request({ ...good, type }),
        ),
      ];
      for (const text of wrong) {
        const { status, body } = await send(text);
        expect(status, text).toBeGreaterThanOrEqual(400);
        expect(status, text).toBeLessThan(500 + 6);
        bodies.add(body);
      }
      expect(entered.length + asked.length).toBe(before);
      expect([...bodies]).toEqual(['']);
    },
  );

  it.each([
    ['two hosts', (good: string) => good.replace('\r\n', `\r\nHost: 127.0.0.1:${port}\r\n`), 400],
    ['two origins', (good: string) => good.replace('\r\n', `\r\nOrigin: ${paired}\r\n`), 400],
    ['two proofs', (good: string) => good.replace('\r\n', '\r\nAuthorization: Mailprobe good\r\n'), 400],
    ['no host', (good: string) => good.replace(/Host: [^\r]*\r\n/, ''), 400],
    ['HTTP/1.0', (good: string) => good.replace('HTTP/1.1', 'HTTP/1.0'), 505],
    ['the absolute form', (good: string) => good.replace(' /', ` http://127.0.0.1:${port}/`), 404],
    ['a query', (good: string) => good.replace('/status', '/status?a=1'), 404],
    ['a percent code', (good: string) => good.replace('/status', '/%73tatus'), 404],
    ['dot segments', (good: string) => good.replace('/status', '/accounts/../status'), 404],
    ['a compressed body', (good: string) => good.replace('\r\n', '\r\nContent-Encoding: gzip\r\n'), 415],
    [
      'a body above the limit',
      (good: string) => good.replace(/Content-Length: \d+/, 'Content-Length: 65537'),
      413,
    ],
    ['no proof', (good: string) => good.replace(/Authorization: [^\r]*\r\n/, ''), 401],
    ['a wrong proof', (good: string) => good.replace('Mailprobe good', 'Mailprobe bad'), 401],
  ])('answers %s with its status', async (_name, change, status) => {
    const before = entered.length;
    const answer = await send(change(request({ authorization: 'Mailprobe good' })));
    expect([answer.status, answer.body]).toEqual([status, '']);
    expect(answer.text).toMatch(/connection: close/i);
    expect(entered.length).toBe(before);
  });

  it.each([
    ['an upgrade', 'Upgrade: websocket\r\nConnection: Upgrade\r\n'],
    ['an expectation', 'Expect: 100-continue\r\n'],
    ['chunks', 'Transfer-Encoding: chunked\r\n'],
  ])('enters no handler for %s', async (_name, header) => {
    const before = entered.length;
    await send(request({ authorization: 'Mailprobe good', more: header }));
    expect(entered.length).toBe(before);
  });

  it('survives 2,000 mangled requests without entering a handler or crashing', async () => {
    const before = entered.length;
    const good = request({ authorization: 'Mailprobe good' });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length),
        fc.string({ maxLength: 12 }),
        fc.nat(6),
        async (at, text, cut) => {
          const mangled = good.slice(0, at) + text + good.slice(at + cut);
          const headOnly = mangled.split('\r\n\r\n')[0] ?? '';
          if (isStillGood(headOnly, good)) return;
          const { status } = await send(mangled, 80);
          expect(status === undefined || (status >= 200 && status < 506 && status !== 500)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(entered.length - before).toBeLessThan(2_000);
    expect((await send(good)).status).toBe(200);
  }, 120_000);
});

function request(parts: RequestParts): string {
  return requestText(port, parts);
}

function send(text: string, patienceMs?: number) {
  return sendRaw(port, text, patienceMs);
}

function isStillGood(head: string, good: string): boolean {
  return head === good.split('\r\n\r\n')[0];
}
