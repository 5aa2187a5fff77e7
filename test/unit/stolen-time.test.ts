import { expect, test } from 'vitest';
import { stolenTime } from '../stolen-time.ts';

test('the own work of a thread is not stolen from it', () => {
  using stolen = stolenTime();
  const begun = performance.now();
  const before = process.threadCpuUsage().user;
  while (process.threadCpuUsage().user - before < 50_000);
  expect(performance.now() - begun - stolen.ms()).toBeGreaterThan(45);
});

test('what keeps it from its turn without its doing is', () => {
  using stolen = stolenTime();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  expect(stolen.ms()).toBeGreaterThan(80);
});
