import { expect, test } from 'vitest';
import { otherOrigin, runningDaemon } from '../api/running-daemon.ts';

test('the stream of a revoked client ends within a second, and that of another goes on', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const cli = await daemon.cli();
  await cli.call('pairOpen', {}, { code: 'ABCDEFGH23456789' });
  const other = await daemon.browser({ origin: otherOrigin, code: 'ABCDEFGH23456789' });
  const leaving = new AbortController();
  const doomed = browser.stream('live', {}, leaving.signal);
  const kept = other.stream('live', {}, leaving.signal);
  // Asked for at once: a stream begins with its first line.
  const [first, second] = [doomed.next(), kept.next()];
  await expect.poll(async () => (await other.call('testsRunning', {})).runs).toEqual([]);
  const { you = '' } = await browser.call('clientsList', {});
  const cut = expect(first.then(() => drained(doomed))).rejects.toMatchObject({ kind: 'lost' });
  const since = performance.now();
  await cli.call('clientsRevoke', { id: you });
  await cut;
  expect(performance.now() - since).toBeLessThan(1000);
  await second;
  expect((await other.call('status', {})).pairedBrowsers).toBe(1);
  leaving.abort();
  await kept.return();
});

test('who leaves a stream frees its place', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  // More than a client may have open at once, so that places must come back.
  for (let round = 0; round < 12; round++) {
    const leaving = new AbortController();
    const lines = browser.stream('live', {}, leaving.signal);
    const first = lines.next();
    leaving.abort();
    await first.catch(() => undefined);
    await lines.return();
  }
  expect((await browser.call('status', {})).pairedBrowsers).toBe(1);
});

test('a stream of nothing is refused with a status and a reason', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const lines = browser.stream('testsFollow', { testId: '157425284611357796' }, new AbortController().signal);
  await expect(lines.next()).rejects.toMatchObject({ refusal: { kind: 'not_found' } });
});

test('a daemon that stops cuts its streams and is gone at once', async () => {
  const daemon = await runningDaemon();
  const browser = await daemon.browser();
  const lines = browser.stream('live', {}, new AbortController().signal);
  const gone = drained(lines);
  await expect.poll(async () => (await browser.call('testsRunning', {})).runs).toEqual([]);
  const since = performance.now();
  await Promise.all([daemon.stop(), expect(gone).rejects.toMatchObject({ kind: 'lost' })]);
  expect(performance.now() - since).toBeLessThan(2000);
  await expect(browser.call('status', {})).rejects.toMatchObject({ kind: 'unreachable' });
});

async function drained(lines: AsyncIterable<unknown>): Promise<void> {
  for await (const _line of lines);
}
