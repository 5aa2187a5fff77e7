import { describe, expect, test } from 'vitest';
import { logAddress, parseLogAddress } from '../../extension/addresses/log-address.ts';
import { freshRecords, mergedRecords, rejoinedRecords } from '../../extension/log/log-records.ts';
import type { LogRecord } from '../../shared/log.ts';

const account = '157425284611357001';
const run = '157425284611361001';

describe('the address of the log', () => {
  test.each([{}, { accountId: account }, { testId: run }, { accountId: account, testId: run }])(
    'holds the filter %j',
    (filter) => {
      expect(parseLogAddress(logAddress(filter))).toEqual({ record: undefined, filter });
    },
  );

  test('names a record, and leaves out what is no id', () => {
    expect(parseLogAddress(`#/log/${run}`)).toEqual({ record: run, filter: {} });
    expect(parseLogAddress('#/log/x?account=%22&test=12')).toEqual({ record: 'x', filter: {} });
  });
});

describe('the list', () => {
  test('holds each record once, the newest first', () => {
    expect(ids(mergedRecords(records(5, 3), records(4, 2)))).toEqual([5, 4, 3, 2]);
  });

  test('goes on where the newest page meets it, and begins anew behind a gap', () => {
    expect(ids(rejoinedRecords(records(5, 3), records(7, 4)))).toEqual([7, 6, 5, 4, 3]);
    expect(ids(rejoinedRecords(records(3, 1), records(9, 7)))).toEqual([9, 8, 7]);
  });

  test('takes from the live tail what is newer and fits', () => {
    const tail = [...records(6, 4), { ...record(7), accountId: account }, { ...record(8), testId: run }];
    expect(ids(freshRecords(tail, record(5).id, {}))).toEqual([6, 7, 8]);
    expect(ids(freshRecords(tail, record(5).id, { accountId: account }))).toEqual([7]);
    expect(ids(freshRecords(tail, undefined, { testId: run }))).toEqual([8]);
  });
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

/** From the newest down to the oldest. */
function records(newest: number, oldest: number): LogRecord[] {
  return Array.from({ length: newest - oldest + 1 }, (_, at) => record(newest - at));
}

function ids(list: readonly LogRecord[]): number[] {
  return list.map(({ id }) => Number(BigInt(id) - 157425284611400000n));
}
