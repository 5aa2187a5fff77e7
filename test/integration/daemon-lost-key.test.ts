import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runningDaemon } from '../api/running-daemon.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

test('a start without the key that browsers were paired with says so, and shows a code that pairs them again', async () => {
  const directory = temporaryDirectory();
  const first = await runningDaemon(directory);
  await first.browser();
  await first.stop();

  const untouched = await runningDaemon(directory);
  expect(untouched.said.join(' ')).not.toContain('daemon.key');
  expect(untouched.codes).toEqual([]);
  await untouched.stop();

  rmSync(join(directory, 'daemon.key'));
  const daemon = await runningDaemon(directory);
  expect(daemon.said.join(' ')).toMatch(/daemon\.key.* was gone.*Pair each of them again/);
  expect(daemon.codes).toHaveLength(1);
  const browser = await daemon.browser();
  expect((await browser.call('clientsList', {})).clients).toHaveLength(2);
});

test('the first start of all says nothing of a lost key', async () => {
  const daemon = await runningDaemon();
  expect(daemon.said.join(' ')).not.toContain('daemon.key');
  expect(daemon.codes).toHaveLength(1);
});
