import { describe, expect, it } from 'vitest';
import { queriedLog } from '../../daemon/store/log-query/queried-log.ts';
import { queryPlan } from '../../daemon/store/query/query-plan.ts';
import { type StretchLength, readLength, searchLength } from '../../daemon/store/query/stretch-length.ts';
import { LogCondition } from '../../shared/condition.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { logEntry } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const million = 1_000_000;

/** What each statement took, at so much for each and so much for a thousand records. */
function gone(length: StretchLength, records: number, { fixed, perThousand }: Record<string, number>) {
  const took: number[] = [];
  for (let done = 0; done < records;) {
    const stretch = length.of(records - done);
    const ms = (fixed ?? 0) + ((perThousand ?? 0) * stretch) / 1000;
    took.push(ms);
    length.took(stretch, ms);
    done += stretch;
  }
  return { longest: Math.max(...took), statements: took.length };
}

const values = (count: number) => ({ values: Array.from({ length: count }, (_, at) => at) });

describe('how long the statements of a query are', () => {
  it('is bounded by their time when records are read, however many rules there are', () => {
    expect(gone(readLength(values(1)), million, { fixed: 0, perThousand: 0.5 }).longest).toBeLessThan(50);
    expect(gone(readLength(values(50)), million, { fixed: 0, perThousand: 6 }).longest).toBeLessThan(50);
    // Fifty rules about messages of eight thousand characters.
    expect(gone(readLength(values(50)), million, { fixed: 0, perThousand: 800 }).longest).toBeLessThan(200);
  });

  it('is bounded by their time when the index is asked', () => {
    for (const fixed of [2, 25, 200])
      for (const perThousand of [0.05, 0.5, 6, 20]) {
        const read = readLength(values(50));
        gone(read, 10_000, { fixed: 0, perThousand });
        const { longest } = gone(searchLength(read), million, { fixed, perThousand });
        expect(longest, `${fixed} and ${perThousand}`).toBeLessThan(650);
      }
  });

  it('is short where pages would have to wait for a count, and few are asked of a fast index all the same', () => {
    for (const fixed of [0.2, 2, 15])
      for (const perThousand of [0.001, 0.05, 0.5, 6]) {
        const read = readLength(values(1));
        gone(read, 10_000, { fixed: 0, perThousand: 0.4 });
        const { longest, statements } = gone(searchLength(read, { brief: true }), million, {
          fixed,
          perThousand,
        });
        expect(longest, `${fixed} and ${perThousand}`).toBeLessThan(150);
        if (perThousand === 0.001) expect(statements).toBeLessThan(8);
      }
  });

  it('is long where the index is fast, so that it is asked few times', () => {
    const read = readLength(values(1));
    gone(read, 10_000, { fixed: 0, perThousand: 0.4 });
    expect(gone(searchLength(read), million, { fixed: 20, perThousand: 0.02 }).statements).toBe(1);
    // No short rest is left over, for which the index would go its whole way again.
    const rest = searchLength(read);
    rest.took(rest.now, 10);
    expect(rest.of(Math.floor(rest.now * 1.2))).toBe(Math.floor(rest.now * 1.2));
    expect(rest.of(rest.now * 2)).toBe(rest.now);
    const slow = readLength(values(50));
    gone(slow, 10_000, { fixed: 0, perThousand: 6 });
    // What the index costs anyway is not paid more often than half of the time.
    expect(gone(searchLength(slow), million, { fixed: 200, perThousand: 1 }).statements).toBeLessThan(12);
  });
});

it('a message is folded once for all rules that ask about it', () => {
  const { db, log } = memoryStore();
  log.append([logEntry('The line')]);
  const table = queriedLog(db);
  const rules = Array.from({ length: 50 }, (_, at) => ({
    field: 'message',
    operator: at === 0 ? 'contains' : 'doesNotContain',
    value: at === 0 ? 'the' : `other ${at}`,
  }));
  const condition = resolvedCondition(LogCondition.parse({ combinator: 'and', rules }), {
    nowMs: 0,
    zone: 'UTC',
  });
  const where = queryPlan(condition, { view: table.now(), table })?.where ?? '';
  expect(where.split('lower(message)')).toHaveLength(2);
});
