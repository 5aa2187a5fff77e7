import { expect, test } from 'vitest';
import { type Answered, behind } from '../../extension/log/exchange-tail.ts';
import { logEntry } from '../store/examples.ts';

const testId = '160000000000000001';
const idOf = (number: number) => `17000000000000${String(number).padStart(4, '0')}`;
const record = (number: number, of = testId) => ({
  ...logEntry(`${number}`, { testId: of }),
  id: idOf(number),
});
const records = (from: number, to: number, of?: string) =>
  Array.from({ length: to - from + 1 }, (_, at) => record(from + at, of));
const answer = (to: number, more: Partial<Answered> = {}): Answered => ({
  records: records(1, to),
  isCut: false,
  since: '',
  ...more,
});
const messages = (found: ReturnType<typeof behind>) => found?.records.map(({ message }) => Number(message));

test('what comes in stands behind the answer once, whether the answer holds it or not', () => {
  const answered = answer(3);
  const first = behind(
    answered,
    undefined,
    [2, 3, 4, 3].map((at) => record(at)),
    testId,
  );
  expect(messages(first)).toEqual([4]);
  const tail = [...records(2, 4), record(5, '160000000000000002'), record(6)];
  expect(messages(behind(answered, first, tail, testId))).toEqual([4, 6]);
  // Another answer has what came in before.
  expect(messages(behind(answer(6), first, tail, testId))).toEqual([]);
});

test('where more came in than the tail keeps, the daemon is asked again', () => {
  const answered = answer(3, { since: idOf(2) });
  expect(behind(answered, undefined, records(10, 509), testId)).toBeUndefined();
  expect(messages(behind(answered, undefined, records(10, 508), testId))).toHaveLength(499);
  const seen = behind(answered, undefined, records(2, 501), testId);
  expect(messages(seen)).toHaveLength(498);
  expect(messages(behind(answered, seen, records(501, 1_000), testId))).toHaveLength(997);
  expect(behind(answered, seen, records(502, 1_001), testId)).toBeUndefined();
  // Also where what went by was of others alone: nobody knows.
  expect(behind(answered, seen, records(502, 1_001, '160000000000000002'), testId)).toBeUndefined();
});

test('behind an answer that is cut nothing stands: it would stand behind a gap', () => {
  const answered = answer(4_000, { isCut: true });
  expect(messages(behind(answered, undefined, records(5_000, 5_010), testId))).toEqual([]);
});
