import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type * as z from 'zod/mini';
import { Refused } from '../../shared/refusal.ts';
import type { Route } from '../../shared/route.ts';
import { routes } from '../../shared/routes.ts';
import { fromOrigin } from '../api/from-origin.ts';
import { type TestDaemon, connected, origin, runningDaemon } from '../api/running-daemon.ts';
import { generateIdentity } from '../../shared/session/identity.ts';

const table = Object.entries<Route>(routes);
const behindASession = table.filter(([, { access }]) => access !== 'open');

test('every route behind a session is 401 without one, and no handler is entered', async () => {
  const daemon = await runningDaemon();
  await daemon.browser();
  const proofs = [undefined, 'Mailprobe x', `Mailprobe ${'A'.repeat(22)}.1.${'A'.repeat(43)}`, 'Bearer x'];
  for (const [name, { path }] of behindASession) {
    for (const authorization of proofs) {
      const { status, body } = await post(daemon, path, { authorization });
      expect([name, status, body]).toEqual([name, 401, '']);
    }
  }
  // A handler that was entered would have stopped the daemon.
  expect((await post(daemon, '/status')).status).toBe(401);
});

test('an open route without its message is refused without a body', async () => {
  const daemon = await runningDaemon();
  const open = table.filter(([, { access }]) => access === 'open');
  expect(open).toHaveLength(4);
  for (const [, { path }] of open) {
    expect(await post(daemon, path)).toEqual({ status: 400, body: '' });
    expect(await post(daemon, path, { text: '{"__proto__":1}' })).toEqual({ status: 400, body: '' });
    expect(await post(daemon, path, { text: 'no JSON' })).toEqual({ status: 400, body: '' });
  }
});

test('a request that was recorded is 401 the second time', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const { sent } = await recorded(() => browser.call('status', {}));
  const [last] = sent.slice(-1);
  expect(last?.url).toContain('/status');
  const again = await fromOrigin(origin, () => fetch(last?.url ?? '', last?.init));
  expect([again.status, await again.text()]).toEqual([401, '']);
});

test('a proof for one body is none for another, nor for another origin', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  for (const change of ['body', 'path', 'origin'] as const) {
    let status = 0;
    await expect(
      altered(
        change,
        (seen) => (status ||= seen),
        () => browser.call('testsRunning', {}),
      ),
    ).rejects.toMatchObject({ kind: expect.stringMatching(/not_paired|stranger/) });
    expect(status).toBe(401);
  }
});

test('more than 20 starts of a session within a second are 429', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const starts = Array.from({ length: 40 }, () => {
    const own = connected(browser.identity, browser.daemon, origin);
    return own.call('testsRunning', {}).then(
      () => 'answered',
      (error: unknown) => (error as { kind: string }).kind,
    );
  });
  const outcomes = await Promise.all(starts);
  expect(outcomes).toContain('busy');
});

test('a client that nobody has paired is told so', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const stranger = connected(await generateIdentity(), browser.daemon, origin);
  await expect(stranger.call('status', {})).rejects.toMatchObject({ kind: 'not_paired' });
});

test('a refusal names the field and its rule', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const refused = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((thrown: unknown) => thrown);
    if (!(error instanceof Refused)) throw error;
    return error.refusal;
  };
  expect(await refused(browser.call('logPage', { limit: 0 }))).toMatchObject({
    kind: 'invalid',
    fields: { limit: expect.any(String) },
  });
  const unknown = { limit: 1, secret: 'hunter2-hunter2' };
  expect(await refused(browser.call('logPage', unknown))).toEqual({
    kind: 'invalid',
    message: 'There is no such field.',
    fields: { secret: 'There is no such field.' },
  });
  expect(await refused(browser.call('clientsRevoke', { id: 'f'.repeat(32) }))).toMatchObject({
    kind: 'not_found',
  });
});

test('the command line alone may stop the daemon', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  await expect(browser.call('stop', {})).rejects.toMatchObject({ refusal: { kind: 'forbidden' } });
  const cli = await daemon.cli();
  expect(await cli.call('stop', {})).toEqual({});
  expect(await daemon.over).toBeUndefined();
});

test('no reply has a field that could hold a secret', () => {
  const suspicious = /^(?:password|passphrase|secret|privateKey|publicKey|sealed|token|key)$/i;
  const found = table
    .filter(([, { access }]) => access !== 'open')
    .flatMap(([name, route]) =>
      fieldsOf('reply' in route ? route.reply : route.line)
        .filter((field) => suspicious.test(field))
        .map((field) => `${name}: ${field}`),
    );
  expect(found).toEqual([]);
  expect(fieldsOf(routes.status.reply)).toContain('dataDirectory');
  expect(fieldsOf(routes.pairFinish.body)).toContain('mac');
});

test('neither codes nor keys are in the log of the daemon, and refusals are counted there', async () => {
  const daemon = await runningDaemon();
  const [code = ''] = daemon.codes;
  await daemon.browser();
  for (let flood = 0; flood < 50; flood++) await post(daemon, '/status');
  await daemon.stop();
  const text = readFileSync(join(daemon.directory, 'daemon.log'), 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string });
  expect(lines.map(({ msg }) => msg)).toEqual(['started', 'requests refused', 'stopped']);
  expect(lines[1]).toMatchObject({ byStatus: { 401: 50 } });
  expect(text).not.toContain(code);
});

async function post(
  { port }: TestDaemon,
  path: string,
  { authorization, text = '{}' }: { authorization?: string | undefined; text?: string } = {},
) {
  const reply = await fromOrigin(origin, () =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      body: text,
    }),
  );
  return { status: reply.status, body: await reply.text() };
}

/** What left this process meanwhile. */
async function recorded<T>(work: () => Promise<T>) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const spy = vi.spyOn(globalThis, 'fetch');
  try {
    const value = await work();
    for (const [url, init] of spy.mock.calls) sent.push({ url: url as string, init });
    return { value, sent };
  } finally {
    spy.mockRestore();
  }
}

/** Every request to `/tests/running` is changed on its way; `see` gets the status of each. */
async function altered<T>(
  change: 'body' | 'path' | 'origin',
  see: (status: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input as string;
    if (!url.endsWith('/tests/running')) return real(input, init);
    const strange = `chrome-extension://${'p'.repeat(32)}`;
    const send = () =>
      real(
        change === 'path' ? url.replace('running', 'start-all') : url,
        change === 'body' ? { ...init, body: '{ }' } : init,
      );
    const reply = await (change === 'origin' ? fromOrigin(strange, send) : send());
    see(reply.status);
    return reply;
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = real;
  }
}

/** Names of all fields anywhere in a schema. */
function fieldsOf(schema: z.ZodMiniType): string[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  const inner = Object.values(def).flatMap((part) => schemasIn(part).flatMap(fieldsOf));
  const { shape } = def;
  return [...(typeof shape === 'object' && shape !== null ? Object.keys(shape) : []), ...inner];
}

function schemasIn(part: unknown): z.ZodMiniType[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('_zod' in part) return [part as z.ZodMiniType];
  return Object.values(part).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && '_zod' in value ? [value as z.ZodMiniType] : [],
  );
}
