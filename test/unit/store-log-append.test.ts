import { describe, expect, test } from 'vitest';
import { logBatch } from '../../daemon/store/log-batch.ts';
import { logBlockRecords } from '../../daemon/store/log-blocks.ts';
import { logEntry } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const [accountId, testId] = ['157425284611357796', '157425284611357797'];

describe('records that are appended', () => {
  // Fifty rows are one statement.
  test.each([0, 1, 49, 50, 51, 100, 263])('%i at once are read as they were given', (many) => {
    const { log } = memoryStore();
    const entries = Array.from({ length: many }, (_, n) => ({
      ...logEntry(n % 3 === 0 ? `Ж ${n}` : `line ${n}`, n % 2 === 0 ? { accountId } : { testId }),
      createdAt: new Date(Date.UTC(2026, 0, 1) + n).toISOString(),
      level: n % 5 === 0 ? ('Error' as const) : ('Info' as const),
    }));
    const records = log.append(entries);
    expect(records).toEqual(entries.map((entry, n) => ({ ...entry, id: records[n]?.id })));
    expect(log.page({ limit: 500 }).toReversed()).toEqual(records);
    expect(log.append([logEntry()])[0]?.id).toSatisfy((id: string) => id > (records.at(-1)?.id ?? ''));
  });

  test('the times of every block that a batch touches are known', () => {
    const { db, log } = memoryStore();
    const at = (n: number) => Date.UTC(2026, 0, 1) + n * 1000;
    const dated = (n: number) => ({ ...logEntry(), createdAt: new Date(at(n)).toISOString() });
    log.append([dated(5)]);
    log.append(Array.from({ length: 2 * logBlockRecords }, (_, n) => dated(n)));
    // The first record has number 1.
    expect(db.prepare('SELECT * FROM log_blocks').all().map(Object.values)).toEqual([
      [0, at(0), at(logBlockRecords - 3)],
      [1, at(logBlockRecords - 2), at(2 * logBlockRecords - 3)],
      [2, at(2 * logBlockRecords - 2), at(2 * logBlockRecords - 1)],
    ]);
  });

  test('records of a class are counted over batches', () => {
    const { db, log } = memoryStore();
    const failed = { ...logEntry(), level: 'Error' as const };
    log.append([logEntry(), failed, logEntry()]);
    log.append([failed, failed, logEntry()]);
    const classes = db.prepare('SELECT level, records FROM log_classes ORDER BY level').all();
    expect(classes.map(Object.values)).toEqual([
      [1, 3],
      [3, 3],
    ]);
  });

  test.each([
    { createdAt: '2026-02-30T00:00:00.000Z' },
    { createdAt: '2026-02-03T00:00:00Z' },
    { source: 'IMAP' },
    { level: 'Fatal' },
    { message: 7 },
    { message: undefined },
    { username: null },
    { createdBy: '17' },
    { accountId: '0' },
    { accountId: null },
    { testId: 157425284611357 },
  ])('an entry with %o is refused, also behind ones that are right', (broken) => {
    const entries = [logEntry(), logEntry('b', { accountId, testId }), { ...logEntry('c'), ...broken }];
    expect(() => logBatch(entries as Parameters<typeof logBatch>[0])).toThrow(
      expect.objectContaining({ kind: 'value_refused' }),
    );
  });

  test('what an entry has beside the fields of a record is neither written nor told', () => {
    const { log } = memoryStore();
    const entry = { ...logEntry('line'), password: 'hunter2' };
    expect(JSON.stringify([log.append([entry]), log.page({ limit: 1 })])).not.toContain('hunter2');
  });
});
