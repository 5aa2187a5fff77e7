import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PairDone,
  PairFinish,
  PairStart,
  PairStarted,
  type Post,
  SessionFinish,
  SessionStart,
  SessionStarted,
} from '../../shared/session/messages.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { connect, failureOf, flip, makeBrowser, makeDaemon, makePair } from './session-ends.ts';
import { b64, unb64 } from './session-reference.ts';

type Message = Record<string, unknown>;
type Alter = (message: Message) => Message;

const code = 'ABCDEFGHJKMNPQRS';
const hour = 3_600_000;

const pairing = [
  { path: '/pair/start', way: 'request', schema: PairStart },
  { path: '/pair/start', way: 'reply', schema: PairStarted },
  { path: '/pair/finish', way: 'request', schema: PairFinish },
  { path: '/pair/finish', way: 'reply', schema: PairDone },
] as const;
const session = [
  { path: '/session/start', way: 'request', schema: SessionStart },
  { path: '/session/start', way: 'reply', schema: SessionStarted },
  { path: '/session/finish', way: 'request', schema: SessionFinish },
] as const;

describe.each(pairing)('pairing refuses, in the $way of $path,', ({ path, way, schema }) => {
  test.each(Object.keys(schema.shape))('%s with any bit turned', async (field) => {
    const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser()]);
    await refusesAlterations(field, (alter) => {
      daemon.clock.nowMs += hour;
      daemon.pairing.open(code);
      return pair(altering(daemon.post(), path, way, alter), { ...browser, code });
    });
    expect(daemon.clients.size).toBe(way === 'reply' && path === '/pair/finish' ? 1 : 0);
  });
});

describe.each(session)('a session refuses, in the $way of $path,', ({ path, way, schema }) => {
  test.each(Object.keys(schema.shape))('%s with any bit turned', async (field) => {
    const { daemon, browser } = await makePair();
    await refusesAlterations(field, (alter) =>
      connect(daemon, browser, altering(daemon.post(), path, way, alter)),
    );
  });
});

test('what is not altered is let through', async () => {
  const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser()]);
  daemon.pairing.open(code);
  const untouched = altering(daemon.post(), '/pair/start', 'request', (message) => message);
  await pair(untouched, { ...browser, code });
  await connect(daemon, browser, untouched);
});

/** Turned bits, and what is no value of the field at all. */
async function refusesAlterations(field: string, attempt: (alter: Alter) => Promise<unknown>): Promise<void> {
  const others: Alter[] = [
    (message) => Object.fromEntries(Object.entries(message).filter(([name]) => name !== field)),
    (message) => ({ ...message, more: 1 }),
    ...[null, '', 0, [], {}, '\ud800'].map((value): Alter => {
      return (message) => ({ ...message, [field]: value });
    }),
    (message) => ({ ...message, [field]: `${String(message[field])}=` }),
    (message) => ({ ...message, [field]: `${String(message[field])}\n` }),
    (message) => ({ ...message, [field]: [message[field]] }),
  ];
  for (const other of others) expect(await failureOf(attempt(other))).not.toBe('no failure');

  await fc.assert(
    fc.asyncProperty(fc.nat(8191), fc.constantFrom('text', 'bytes'), async (bit, of) => {
      const outcome = await failureOf(
        attempt((message) => ({ ...message, [field]: turned(message[field], bit, of) })),
      );
      expect(refusals).toContain(outcome);
    }),
    { numRuns: 24 },
  );
}

const refusals = [
  'malformed',
  'wrong_version',
  'wrong_code',
  'wrong_client',
  'unknown_client',
  'wrong_port',
  'wrong_daemon',
  'unknown_exchange',
];

function turned(value: unknown, bit: number, of: 'text' | 'bytes'): unknown {
  if (typeof value === 'number') return value ^ (1 << (bit % 17));
  const text = String(value);
  const bytes = unb64(text);
  if (of === 'bytes' && b64(bytes) === text) return b64(flip(bytes, bit));
  const place = (bit >> 3) % text.length;
  const unit = String.fromCharCode(text.charCodeAt(place) ^ (1 << (bit % 8)));
  return text.slice(0, place) + unit + text.slice(place + 1);
}

/** Somebody between the ends. */
function altering(post: Post, path: string, way: 'request' | 'reply', alter: Alter): Post {
  return async (to, body) => {
    if (to !== path) return post(to, body);
    if (way === 'request') return post(to, alter(body));
    return alter((await post(to, body)) as Message);
  };
}
