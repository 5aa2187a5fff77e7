import { describe, expect, test } from 'vitest';
import { generateIdentityFile } from '../../shared/session/identity.ts';
import type { Post } from '../../shared/session/messages.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { makePairingCode, showPairingCode } from '../../shared/session/pairing-code.ts';
import { connect, failureOf, makeBrowser, makeDaemon, origin, otherOrigin, port } from './session-ends.ts';
import { b64 } from './session-reference.ts';
import { code, windowOf, listening } from './session-pairing-steps.ts';

const wrong = 'ABCDEFGHJKMNPQRT';

describe('pairing', () => {
  test('gives each end the key of the other', async () => {
    const { daemon, browser } = await windowOf();
    const pinned = await pair(daemon.post(), { ...browser, code });
    expect(pinned).toEqual({ key: daemon.identity.publicKey, port });
    const [client] = daemon.clients.values();
    expect(client).toMatchObject({ key: browser.identity.publicKey, origin, name: browser.name });
    await connect(daemon, browser);
  });

  test('a wrong code is found by the client, before it proves anything', async () => {
    const { daemon, browser } = await windowOf();
    const { post, sent } = listening(daemon.post());
    expect(await failureOf(pair(post, { ...browser, code: wrong }))).toBe('wrong_code');
    expect(sent.map(({ path }) => path)).toEqual(['/pair/start']);
    await pair(daemon.post(), { ...browser, code });
  });

  test('needs an open window', async () => {
    const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser()]);
    expect(await failureOf(pair(daemon.post(), { ...browser, code }))).toBe('closed');
    expect(daemon.pairing.isListening()).toBe(false);
  });

  test.each(['', 'null', 'http://127.0.0.1:47600', 'chrome-extension://short'])(
    'is not for the origin %j',
    async (from) => {
      const { daemon, browser } = await windowOf();
      expect(await failureOf(pair(daemon.post(from), { ...browser, code }))).toBe('wrong_origin');
    },
  );

  test('an origin that the client does not know of itself fails, and one that changes on the way', async () => {
    const { daemon, browser } = await windowOf();
    expect(await failureOf(pair(daemon.post(otherOrigin), { ...browser, code }))).toBe('wrong_daemon');
    const post: Post = (path, body) =>
      daemon.post(path === '/pair/finish' ? otherOrigin : origin)(path, body);
    expect(await failureOf(pair(post, { ...browser, code }))).toBe('wrong_origin');
    expect(daemon.clients.size).toBe(0);
  });

  test('a relay from another port is refused 200 times of 200, whether it says so or not', async () => {
    const outcomes: string[] = [];
    for (let relayed = 0; relayed < 200; relayed++) {
      const { daemon, browser } = await windowOf({ port: 40_000 + relayed });
      const honest = daemon.post();
      const liar: Post = (path, body) => honest(path, path === '/pair/start' ? { ...body, port } : body);
      outcomes.push(await failureOf(pair(relayed % 2 ? liar : honest, { ...browser, code })));
    }
    expect(outcomes.filter((kind) => kind === 'wrong_port')).toHaveLength(100);
    expect(outcomes.filter((kind) => kind === 'wrong_daemon')).toHaveLength(100);
  });

  test('a version that is not ours is named', async () => {
    const { daemon, browser } = await windowOf();
    const newer: Post = async (path, body) => ({ ...((await daemon.post()(path, body)) as object), v: 2 });
    expect(await failureOf(pair(newer, { ...browser, code }))).toBe('wrong_version');
    expect(await failureOf(daemon.post()('/pair/start', { v: 2 }))).toBe('wrong_version');
    expect(await failureOf(daemon.post()('/pair/start', { v: '1' }))).toBe('malformed');
  });

  test('a daemon that is not ours learns nothing', async () => {
    const secretKey = await generateIdentityFile();
    const { d = '' } = JSON.parse(secretKey.text) as { d?: string };
    const needles = [
      showPairingCode(code),
      ...spellings(Buffer.from(code)),
      ...spellings(Buffer.from(d, 'base64url')),
    ];
    for (const before of ['', 'x', 'xy'])
      expect(needles.some((needle) => btoa(`${before}${code}yz`).includes(needle))).toBe(true);
    for (let round = 0; round < 50; round++) {
      // It does all that it can without the code, and lies about the rest.
      const fake = await makeDaemon();
      fake.pairing.open(makePairingCode());
      const { post, sent } = listening(fake.post());
      const browser = await makeBrowser({ identity: secretKey.identity });
      expect(await failureOf(pair(post, { ...browser, code }))).toBe('wrong_code');
      expect(sent).toHaveLength(1);
      const bytes = JSON.stringify(sent);
      expect(needles.filter((needle) => bytes.includes(needle))).toEqual([]);
    }
  });
});

describe('what was said once', () => {
  test('finishes nothing a second time, in this window, in the next, or after a restart', async () => {
    const { daemon, browser } = await windowOf();
    const { post, sent } = listening(daemon.post());
    await pair(post, { ...browser, code });
    const [start, finish] = sent.map(({ body }) => body);
    expect(await failureOf(daemon.post()('/pair/finish', finish ?? {}))).toBe('conflict');
    daemon.pairing.open(code);
    await daemon.post()('/pair/start', start ?? {});
    expect(await failureOf(daemon.post()('/pair/finish', finish ?? {}))).toBe('unknown_exchange');
    const restarted = await makeDaemon({ identity: daemon.identity });
    restarted.pairing.open(code);
    await restarted.post()('/pair/start', start ?? {});
    expect(await failureOf(restarted.post()('/pair/finish', finish ?? {}))).toBe('unknown_exchange');
  });

  test('a finish that failed is used up', async () => {
    const { daemon, browser } = await windowOf();
    const messages: Record<string, unknown>[] = [];
    const spoiling: Post = (path, body) => {
      messages.push(body);
      return daemon.post()(path, path === '/pair/finish' ? { ...body, mac: b64(new Uint8Array(32)) } : body);
    };
    expect(await failureOf(pair(spoiling, { ...browser, code }))).toBe('wrong_code');
    expect(await failureOf(daemon.post()('/pair/finish', messages[1] ?? {}))).toBe('replayed');
  });

  test('replies of an earlier pairing prove nothing in a later one', async () => {
    const { daemon, browser } = await windowOf();
    const recorded = new Map<string, unknown>();
    const recording: Post = async (path, body) => {
      const reply = await daemon.post()(path, body);
      recorded.set(path, reply);
      return reply;
    };
    await pair(recording, { ...browser, code });
    expect(await failureOf(pair(async (path) => recorded.get(path), { ...browser, code }))).toBe(
      'wrong_daemon',
    );
  });
});

/** Text, hex, base64 and base64url at each alignment. */
function spellings(bytes: Buffer): string[] {
  const aligned = [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    return (['base64', 'base64url'] as const).map((name) =>
      padded
        .toString(name)
        .slice(before ? 4 : 0)
        .replace(/.{0,2}=*$/, ''),
    );
  });
  const plain = [bytes.toString('latin1'), bytes.toString('latin1').toLowerCase(), bytes.toString('hex')];
  return [...plain, ...aligned];
}
