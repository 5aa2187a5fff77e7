import { expect, onTestFinished, test, vi } from 'vitest';
import { recordReader } from '../../daemon/store/query/record-reader.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const question = { condition: { combinator: 'and' as const, rules: [] }, nowMs: 0, zone: 'UTC' };
/** Steps of a statement that nothing stops: for some seconds. */
const forLong = 16_000_000;

function reader(patience: { patienceMs: number; waitMs: number }, beginsInMs = 0) {
  const program = new URL('../store/programs/hanging-log-reader.ts', import.meta.url);
  const made = recordReader(String(beginsInMs), { program, ...patience });
  onTestFinished(() => made.close());
  return made.log;
}

test('a statement that takes too long refuses its own question; others are asked again', async () => {
  const asked = reader({ patienceMs: 500, waitMs: 50_000 });
  await asked.count(question, 1);
  const slow = asked.page(question, { limit: forLong });
  const refused = expect(slow).rejects.toMatchObject({
    kind: 'value_refused',
    message: expect.stringContaining('takes too long'),
  });
  const others = Promise.all([asked.count(question, 1), asked.page(question, { limit: 1 })]);
  await refused;
  const late = asked.count(question, 1);
  expect(await others).toEqual([{ count: 7, exact: true }, { records: [] }]);
  expect(await late).toEqual({ count: 7, exact: true });
});

test('who waits too long for a thread that was given up is told so', async () => {
  const asked = reader({ patienceMs: 500, waitMs: 300 });
  await asked.count(question, 1);
  const refused = expect(asked.page(question, { limit: forLong })).rejects.toMatchObject({
    kind: 'value_refused',
  });
  await refused;
  await expect(asked.count(question, 1)).rejects.toMatchObject({
    kind: 'store_gone',
    message: expect.stringContaining('still busy'),
  });
});

test('a thread that begins slowly takes no time of the first question', async () => {
  const asked = reader({ patienceMs: 500, waitMs: 50 }, 1_500);
  expect(await asked.count(question, 1)).toEqual({ count: 7, exact: true });
});

test('a thread that cannot begin refuses every question', async () => {
  const made = recordReader('/nowhere');
  onTestFinished(() => made.close());
  await expect(made.log.count(question, 1)).rejects.toMatchObject({ kind: 'store_gone' });
});
