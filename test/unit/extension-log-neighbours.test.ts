import { expect, test } from 'vitest';
import { newerThan } from '../../extension/log/conversation.ts';
import type { RecordReply } from '../../extension/records/whole-reply.ts';
import { nearestRecord } from '../../extension/records/nearest-record.ts';
import { recordCursor } from '../../shared/record-query.ts';
import type { LogRecord } from '../../shared/log.ts';

test('the nearest record is asked for until it is found, when the daemon ran out of time before', async () => {
  const replies: RecordReply[] = [
    { records: [], next: recordCursor(record(2)) },
    { records: [], next: recordCursor(record(3)) },
    { records: [record(4)], next: recordCursor(record(4)) },
  ];
  const asked: string[] = [];
  const found = await nearestRecord(
    async (from) => {
      asked.push(from);
      return replies[asked.length - 1] ?? { records: [] };
    },
    recordCursor(record(1)),
  );
  expect(found).toEqual(record(4));
  expect(asked).toEqual([1, 2, 3].map((number) => recordCursor(record(number))));
});

test('beyond the end of the list there is none', async () => {
  expect(await nearestRecord(async () => ({ records: [] }), recordCursor(record(1)))).toBeUndefined();
});

test('live records are shown once, and not when the answer holds them', () => {
  const live = [2, 3, 4, 3, 4, 5].map(record);
  expect(newerThan([1, 2, 3].map(record), live)).toEqual([4, 5].map(record));
});

function record(number: number): LogRecord {
  return {
    id: String(157425284611400000n + BigInt(number)),
    createdAt: '2026-11-22T12:00:00.000Z',
    source: 'System',
    level: 'Info',
    message: `record ${number}`,
    username: 'ada',
    createdBy: '157425284611357002',
  };
}
