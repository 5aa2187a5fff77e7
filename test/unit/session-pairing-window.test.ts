import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Post } from '../../shared/session/messages.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { makePairingCode } from '../../shared/session/pairing-code.ts';
import { failureOf, makeBrowser, makeDaemon, otherOrigin } from './session-ends.ts';
import { code, windowOf, standing, waiting, spoilt } from './session-pairing-steps.ts';

const minute = 60_000;

afterEach(() => vi.useRealTimers());

describe('a code', () => {
  test('is burnt by five wrong proofs: the sixth is refused even if it is right', async () => {
    const { daemon, browser } = await windowOf();
    const right = await waiting(daemon, browser);
    for (let guess = 0; guess < 5; guess++)
      expect(await failureOf(spoilt(daemon, browser, 'mac'))).toBe('wrong_code');
    expect(await failureOf(right)).toBe('burnt');
    expect(await failureOf(pair(daemon.post(), { ...browser, code }))).toBe('burnt');
    expect(daemon.clients.size).toBe(0);
  });

  test('four wrong proofs leave it whole', async () => {
    const { daemon, browser } = await windowOf();
    for (const field of ['mac', 'sig', 'mac', 'sig'] as const)
      expect(await failureOf(spoilt(daemon, browser, field))).toBe(
        field === 'mac' ? 'wrong_code' : 'wrong_client',
      );
    await pair(daemon.post(), { ...browser, code });
  });

  test('is burnt by wrong proofs that come all at once', async () => {
    const { daemon, browser } = await windowOf();
    const right = await waiting(daemon, browser);
    const guesses = await Promise.all(
      Array.from({ length: 15 }, () => failureOf(spoilt(daemon, browser, 'mac'))),
    );
    expect(guesses.filter((kind) => kind === 'wrong_code')).toHaveLength(5);
    expect(guesses.filter((kind) => kind === 'burnt')).toHaveLength(10);
    expect(await failureOf(right)).toBe('burnt');
  });

  test('is burnt by the twentieth start, and what was begun before is worth nothing', async () => {
    const { daemon, browser } = await windowOf();
    const right = await waiting(daemon, browser);
    for (let start = 2; start < 20; start++) await waiting(daemon, browser);
    expect(await failureOf(waiting(daemon, browser))).toBe('burnt');
    expect(await failureOf(right)).toBe('burnt');
  });

  test('that the command line sends must be one', async () => {
    const daemon = await makeDaemon();
    expect(await failureOf(() => daemon.pairing.open(''))).toBe('malformed');
    expect(daemon.pairing.isListening()).toBe(false);
  });
});

describe('a window', () => {
  test.each([
    ['as it is', 0],
    ['ten years ahead', 10],
    ['ten years behind', -10],
  ])('lasts 120 s of the monotonic clock; the wall clock is set %s', async (_, years) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [elapsedMs, outcome] of [
      [119_999, 'no failure'],
      [120_000, 'closed'],
    ] as const) {
      const { daemon, browser } = await windowOf();
      vi.setSystemTime(Date.now() + years * 365.25 * 24 * 60 * minute);
      daemon.clock.nowMs += elapsedMs;
      expect(await failureOf(pair(daemon.post(), { ...browser, code }))).toBe(outcome);
    }
  });

  test('that ends between start and finish says so', async () => {
    const { daemon, browser } = await windowOf();
    const late: Post = (path, body) => {
      if (path === '/pair/finish') daemon.clock.nowMs += 119_999;
      return daemon.post()(path, body);
    };
    daemon.clock.nowMs += 1;
    expect(await failureOf(pair(late, { ...browser, code }))).toBe('closed');
    expect(daemon.clients.size).toBe(0);
  });

  test('is for one client: of two that race exactly one wins, 20 times', async () => {
    for (let race = 0; race < 20; race++) {
      const { daemon, browser } = await windowOf();
      const rival = await makeBrowser({ origin: otherOrigin });
      const outcomes = await Promise.all([
        failureOf(pair(daemon.post(), { ...browser, code })),
        failureOf(pair(daemon.post(otherOrigin), { ...rival, code })),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'no failure']);
      expect(daemon.clients.size).toBe(1);
      // Whoever comes later hears the same, until the time of the window is over.
      expect(await failureOf(pair(daemon.post(otherOrigin), { ...rival, code }))).toBe('conflict');
      daemon.clock.nowMs += 120_000;
      expect(await failureOf(pair(daemon.post(otherOrigin), { ...rival, code }))).toBe('closed');
    }
  });

  test('opens ten times an hour', async () => {
    const daemon = await makeDaemon();
    for (let opened = 0; opened < 10; opened++) {
      daemon.pairing.open(makePairingCode());
      daemon.clock.nowMs += minute;
    }
    expect(await failureOf(() => daemon.pairing.open(code))).toBe('too_many');
    daemon.clock.nowMs += 50 * minute;
    daemon.pairing.open(code);
    expect(await failureOf(() => daemon.pairing.open(code))).toBe('too_many');
  });

  test('that replaces another ends what was begun in that one', async () => {
    const { daemon, browser } = await windowOf();
    const begun = await waiting(daemon, browser);
    daemon.pairing.open(code);
    expect(await failureOf(begun)).toBe('unknown_exchange');
  });
});

describe('while no browser is paired', () => {
  test('the window stays open for days', async () => {
    const { daemon, browser } = await standing();
    daemon.clock.nowMs += 1e9;
    expect(daemon.pairing.isListening()).toBe(true);
    await pair(daemon.post(), { ...browser, code: daemon.codes[0] ?? '' });
    expect(daemon.codes).toHaveLength(1);
  });

  test('a burnt code is followed by a new one, shown at once', async () => {
    const { daemon, browser } = await standing();
    for (let guess = 0; guess < 5; guess++) await failureOf(spoilt(daemon, browser, 'mac', daemon.codes[0]));
    expect(daemon.codes).toHaveLength(2);
    for (let start = 1; start < 20; start++) await waiting(daemon, browser, daemon.codes[1]);
    expect(daemon.codes).toHaveLength(2);
    await failureOf(waiting(daemon, browser, daemon.codes[1]));
    expect(daemon.codes).toHaveLength(3);
    expect(new Set(daemon.codes).size).toBe(3);
    const old = { ...browser, code: daemon.codes[1] ?? '' };
    expect(await failureOf(pair(daemon.post(), old))).toBe('wrong_code');
    await pair(daemon.post(), { ...browser, code: daemon.codes[2] ?? '' });
  });

  test('the command line’s own window comes first, and a new code after it', async () => {
    const { daemon, browser } = await standing();
    daemon.pairing.open(code);
    daemon.clock.nowMs += 120_000;
    expect(daemon.pairing.isListening()).toBe(true);
    expect(daemon.codes).toHaveLength(2);
    expect(await failureOf(pair(daemon.post(), { ...browser, code }))).toBe('wrong_code');
    await pair(daemon.post(), { ...browser, code: daemon.codes[1] ?? '' });
  });

  test('the first browser ends it', async () => {
    const { daemon, browser } = await standing();
    await pair(daemon.post(), { ...browser, code: daemon.codes[0] ?? '' });
    daemon.clock.nowMs += 120_000;
    expect(daemon.pairing.isListening()).toBe(false);
    expect(await failureOf(pair(daemon.post(), { ...browser, code: daemon.codes[0] ?? '' }))).toBe('closed');
    expect(daemon.codes).toHaveLength(1);
  });
});
