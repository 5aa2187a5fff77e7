import { expect, test, vi } from 'vitest';
import { mostClients } from '../../shared/client.ts';
import { makePairingCode } from '../../shared/session/pairing-code.ts';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import { connected, origin, otherOrigin, runningDaemon } from '../api/running-daemon.ts';
import { spoiltPairing } from '../api/spoilt-pairing.ts';
import { clientFields } from '../store/examples.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

test('the seventeenth browser is refused with a sentence, and the sixteen stay paired', async () => {
  const directory = temporaryDirectory();
  await withClients(directory, mostClients - 1);
  const daemon = await runningDaemon(directory);
  const cli = await daemon.cli();
  const pairOneMore = async (from: string) => {
    const code = makePairingCode();
    await cli.call('pairOpen', {}, { code });
    return daemon.browser({ code, origin: from });
  };
  const sixteenth = await pairOneMore(origin);
  const before = await cli.call('clientsList', {});
  // A status of its own, by which the page knows what to say.
  await expect(pairOneMore(otherOrigin)).rejects.toMatchObject({ status: 429 });
  expect(daemon.said.at(-1)).toMatch(/^Not paired: 16 browsers are paired already: revoke one/);
  expect(await cli.call('clientsList', {})).toEqual(before);
  expect((await sixteenth.call('status', {})).pairedBrowsers).toBe(mostClients);

  await cli.call('clientsRevoke', { id: '0'.repeat(32) });
  const seventeenth = await pairOneMore(otherOrigin);
  expect((await seventeenth.call('status', {})).pairedBrowsers).toBe(mostClients);
});

test('the ninth session of a browser ends the one that was idle longest, and no other', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const pages = Array.from({ length: 8 }, () => connected(browser.identity, browser.daemon, origin));
  for (const page of pages) await page.call('testsRunning', {});
  const [first, second, ...others] = pages;
  // Used again: now the second is the idlest.
  await first?.call('testsRunning', {});
  const ninth = connected(browser.identity, browser.daemon, origin);
  await ninth.call('testsRunning', {});
  for (const page of [first, ...others, ninth]) expect(await startsOf(page)).toBe(0);
  expect(await startsOf(second)).toBe(1);

  async function startsOf(page: typeof browser | undefined): Promise<number> {
    const spy = vi.spyOn(globalThis, 'fetch');
    try {
      await page?.call('testsRunning', {});
      return spy.mock.calls.filter(([url]) => isStart(url)).length;
    } finally {
      spy.mockRestore();
    }
  }
});

test('five false proofs burn the code; while nobody is paired a new one is shown', async () => {
  const daemon = await runningDaemon();
  const [code = ''] = daemon.codes;
  for (let guess = 1; guess <= 5; guess++) {
    expect(daemon.codes).toEqual([code]);
    await expect(spoiltPairing(daemon.port, { code, origin })).rejects.toMatchObject({ kind: 'not_paired' });
  }
  expect(daemon.codes).toHaveLength(2);
  await expect(daemon.browser({ code })).rejects.toMatchObject({ kind: 'wrong_code' });
  const browser = await daemon.browser();
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
  expect(daemon.codes).toHaveLength(2);
});

test('five false proofs end a window that the command line has opened, and the right code comes too late', async () => {
  const daemon = await runningDaemon();
  await daemon.browser();
  const cli = await daemon.cli();
  const code = makePairingCode();
  await cli.call('pairOpen', {}, { code });
  for (let guess = 1; guess <= 5; guess++)
    await expect(spoiltPairing(daemon.port, { code, origin: otherOrigin })).rejects.toThrow();
  await expect(daemon.browser({ code, origin: otherOrigin })).rejects.toMatchObject({ kind: 'not_paired' });
  expect(daemon.codes).toHaveLength(1);
  expect((await cli.call('status', {})).pairedBrowsers).toBe(1);
});

test('the twenty-first start of a session within a second is 429 without a body, and a second later all is well', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const seen: Promise<[number, string]>[] = [];
  const real = globalThis.fetch;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (...asked) => {
    const reply = await real(...asked);
    if (isStart(asked[0]))
      seen.push(
        reply
          .clone()
          .text()
          .then((text) => [reply.status, text]),
      );
    return reply;
  });
  const since = performance.now();
  const pages = Array.from({ length: 60 }, () => connected(browser.identity, browser.daemon, origin));
  await Promise.allSettled(pages.map((page) => page.call('testsRunning', {})));
  const seconds = Math.ceil((performance.now() - since) / 1000);
  spy.mockRestore();
  const answers = await Promise.all(seen);
  const passed = answers.filter(([status]) => status === 200);
  expect(passed.length).toBeLessThanOrEqual(20 * seconds);
  expect(answers.filter(([status]) => status !== 200)).toContainEqual([429, '']);
  const again = connected(browser.identity, browser.daemon, origin);
  const status = () => again.call('status', {}).catch(() => undefined);
  await expect.poll(status, { timeout: 5_000 }).toMatchObject({ pairedBrowsers: 1 });
});

/** Rows of browsers that nobody has. */
async function withClients(directory: string, count: number): Promise<void> {
  // As a daemon would: from here on its files are the owner's alone.
  using lock = lockDataDirectory(prepareDataDirectory(directory));
  await using store = await openStore(lock);
  for (let digit = 0; digit < count; digit++) await store.clients.add(clientFields(digit.toString(16)));
}

function isStart(url: Parameters<typeof fetch>[0]): boolean {
  return typeof url === 'string' && url.endsWith('/session/start');
}
