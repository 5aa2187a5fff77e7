import { expect, test } from 'vitest';
import { recordAway, recordSteps } from '../../extension/records/record-steps.ts';
import type { Place, RecordReply } from '../../extension/records/whole-reply.ts';
import { recordCursor } from '../../shared/record-query.ts';
import { record } from '../pages/paged-log.ts';

const all = Array.from({ length: 20 }, (_, at) => record(20 - at));

/** A list of twenty records, newest first, and where the steps along it led. */
function listOf() {
  const asked: Place[] = [];
  const gone: string[] = [];
  const list = { asked, gone, broken: false };
  const steps = recordSteps(
    async (place): Promise<RecordReply> => {
      asked.push(place);
      await Promise.resolve();
      if (list.broken) throw new Error('It failed.');
      const { after, before, limit } = place;
      const at = all.findIndex((each) => recordCursor(each) === (after ?? before));
      return { records: after ? all.slice(at + 1, at + 1 + limit) : all.slice(Math.max(0, at - limit), at) };
    },
    ({ id }) => gone.push(id),
  );
  const breaks = (broken: boolean) => {
    list.broken = broken;
  };
  return { asked, gone, steps, breaks };
}

/** Whatever was asked is answered by then. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const id = (number: number) => record(number).id;

test('each of five quick steps counts, and those taken while the first is asked for are one question', async () => {
  const { steps, asked, gone } = listOf();
  steps.stand(record(20));
  for (let times = 0; times < 5; times += 1) steps.step(1);
  await settled();
  expect(gone).toEqual([id(15)]);
  expect(asked.map(({ limit }) => limit)).toEqual([1, 4]);
  // The record that they led to is drawn, and the way goes on from there.
  steps.stand(record(15));
  steps.step(-1);
  await settled();
  expect(gone).toEqual([id(15), id(16)]);
});

test('steps end where the list does, and lead back from there', async () => {
  const { steps, gone } = listOf();
  steps.stand(record(3));
  for (let times = 0; times < 9; times += 1) steps.step(1);
  await settled();
  expect(gone).toEqual([id(1)]);
  steps.step(1);
  await settled();
  expect(gone).toEqual([id(1)]);
  steps.step(-1);
  await settled();
  expect(gone).toEqual([id(1), id(2)]);
});

test('a step before the record is there waits for it', async () => {
  const { steps, gone, asked } = listOf();
  steps.step(1);
  await settled();
  expect(asked).toEqual([]);
  steps.stand(record(10));
  await settled();
  expect(gone).toEqual([id(9)]);
});

test('a step from a record that is left leads nowhere', async () => {
  const { steps, gone } = listOf();
  steps.stand(record(10));
  steps.step(1);
  steps.stand(record(5));
  await settled();
  expect(gone).toEqual([]);
  steps.step(1);
  steps.stop();
  await settled();
  expect(gone).toEqual([]);
});

test('steps that could not be asked for are not taken later', async () => {
  const { steps, gone, breaks } = listOf();
  steps.stand(record(10));
  breaks(true);
  steps.step(1);
  steps.step(1);
  await settled();
  breaks(false);
  steps.step(1);
  await settled();
  expect(gone).toEqual([id(9)]);
});

test('the record beside is asked for until it is found, when the daemon ran out of time before', async () => {
  const replies: RecordReply[] = [
    { records: [], next: recordCursor(record(2)) },
    { records: [], next: recordCursor(record(3)) },
    { records: [record(4)], next: recordCursor(record(4)) },
  ];
  const asked: (string | undefined)[] = [];
  const found = await recordAway(
    async ({ after }) => {
      asked.push(after);
      return replies[asked.length - 1] ?? { records: [] };
    },
    1,
    { from: recordCursor(record(1)), wanted: () => true },
  );
  expect(found).toEqual(record(4));
  expect(asked).toEqual([1, 2, 3].map((number) => recordCursor(record(number))));
});

test('the record beside is not asked for any further when nobody waits for it', async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { records: [], next: recordCursor(record(2)) };
  };
  const from = { from: recordCursor(record(1)), wanted: () => asked < 3 };
  expect(await recordAway(ask, -1, from)).toBeUndefined();
  expect(asked).toBe(3);
});
