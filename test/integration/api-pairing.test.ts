import { expect, test } from 'vitest';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { contractNumber } from '../../shared/contract-number.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { fromOrigin } from '../api/from-origin.ts';
import { connected, origin, otherOrigin, runningDaemon } from '../api/running-daemon.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

test('a browser pairs by the code on the terminal and is answered', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser({ name: 'Ada\u202e\x1b[2J' });
  expect(await browser.call('status', {})).toMatchObject({
    contract: contractNumber,
    dataDirectory: daemon.directory,
    pairedBrowsers: 1,
  });
  expect(daemon.said).toContain(String.raw`Paired: Ada\u202e\x1b[2J, ${origin}`);
  expect(daemon.codes).toHaveLength(1);
  const { clients, you } = await browser.call('clientsList', {});
  expect(clients).toEqual([expect.objectContaining({ id: you, origin })]);
  expect(JSON.stringify(clients)).not.toContain('publicKey');
});

test('a wrong code pairs nobody, and five of them burn the right one', async () => {
  const daemon = await runningDaemon();
  for (let attempt = 0; attempt < 5; attempt++)
    await expect(daemon.browser({ code: '0000000000000000' })).rejects.toMatchObject({ kind: 'wrong_code' });
  // Those who find the code wrong themselves send no proof: the code still holds.
  const browser = await daemon.browser();
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
});

test('another origin is 401 to the end of a window, and then not let in at all', async () => {
  const directory = temporaryDirectory();
  const daemon = await runningDaemon(directory);
  const browser = await daemon.browser();
  const stranger = connected(browser.identity, browser.daemon, otherOrigin);
  await expect(stranger.call('status', {})).rejects.toMatchObject({ kind: 'not_paired' });
  await expect(daemon.browser({ origin: otherOrigin })).rejects.toMatchObject({ kind: 'not_paired' });
  const { port } = daemon;
  await daemon.stop();
  await runningDaemon(directory, { port });
  for (const path of ['/status', '/pair/start', '/session/start', '/nowhere']) {
    const reply = await fromOrigin(otherOrigin, () =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      }),
    );
    expect([reply.status, await reply.text()]).toEqual([403, '']);
  }
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
});

test('a browser that was revoked beside others hears that it is not paired', async () => {
  const daemon = await runningDaemon();
  const kept = await daemon.browser();
  const code = 'ABCDEFGH23456789';
  await (await daemon.cli()).call('pairOpen', {}, { code });
  const revoked = await daemon.browser({ origin: otherOrigin, code });
  const { you = '' } = await revoked.call('clientsList', {});
  await kept.call('clientsRevoke', { id: you });
  // Its own window would still let its origin in: one started anew has none.
  const { directory, port } = daemon;
  await daemon.stop();
  await runningDaemon(directory, { port });
  await expect(revoked.call('status', {})).rejects.toMatchObject({ kind: 'not_paired' });
});

test('the command line opens a window for a second browser, and a browser cannot', async () => {
  const daemon = await runningDaemon();
  const first = await daemon.browser();
  const code = 'ABCDEFGH23456789';
  await expect(first.call('pairOpen', {}, { code })).rejects.toMatchObject({
    refusal: { kind: 'forbidden' },
  });
  const cli = await daemon.cli();
  expect(await cli.call('pairOpen', {}, { code })).toEqual({});
  const second = await daemon.browser({ origin: otherOrigin, code });
  expect((await second.call('status', {})).pairedBrowsers).toBe(2);
  expect(daemon.codes).toHaveLength(1);
});

test('the eleventh window of an hour is refused with a sentence', async () => {
  const daemon = await runningDaemon();
  await daemon.browser();
  const cli = await daemon.cli();
  for (let window = 0; window < 10; window++) await cli.call('pairOpen', {}, { code: 'ABCDEFGH23456789' });
  await expect(cli.call('pairOpen', {}, { code: 'ABCDEFGH23456789' })).rejects.toMatchObject({
    refusal: { kind: 'too_many', message: expect.stringContaining('.') },
  });
});

test('a paired browser stays paired over a restart', async () => {
  const directory = temporaryDirectory();
  const before = await runningDaemon(directory);
  const browser = await before.browser();
  const { port } = before;
  await before.stop();
  const after = await runningDaemon(directory, { port });
  expect(after.codes).toEqual([]);
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
});

test('who revokes the last browser sees a new code on the terminal', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const { you = '' } = await browser.call('clientsList', {});
  const cli = await daemon.cli();
  await cli.call('clientsRevoke', { id: you });
  expect(daemon.codes).toHaveLength(2);
  await expect(browser.call('status', {})).rejects.toMatchObject({ kind: 'not_paired' });
  const again = await daemon.browser();
  expect((await again.call('status', {})).pairedBrowsers).toBe(1);
});

test('of two browsers at once one pairs', async () => {
  const daemon = await runningDaemon();
  const outcomes = await Promise.allSettled([daemon.browser(), daemon.browser({ origin: otherOrigin })]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const loser = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(loser?.reason).toSatisfy(
    (error) => error instanceof ConnectionTrouble || error instanceof SessionFailure,
  );
});
