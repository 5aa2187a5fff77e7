import { expect, test } from 'vitest';
import { timeBounds } from '../../daemon/store/query/time-bounds.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { benchConditions } from '../bench/main-log-conditions.ts';

const logMs = 58 * 86_400_000;

test.each(['2026-11-22T12:00:00.000Z', '2031-03-02T01:00:00.000Z'])(
  'the dates of the benchmark are of its log, when that ends at %s as well',
  (end) => {
    const endMs = Date.parse(end);
    const conditions = benchConditions(endMs);
    expect(conditions).toHaveLength(40);
    for (const words of conditions) {
      const condition = resolvedCondition(conditionInWords(words, logFields), { nowMs: endMs, zone: 'UTC' });
      const { from, to } = timeBounds(condition);
      // Where there is no date there are no bounds.
      if (from !== -Infinity) expect([words, from > endMs - logMs && from < endMs]).toEqual([words, true]);
      if (to !== Infinity) expect([words, to > endMs - logMs && to <= endMs + 1]).toEqual([words, true]);
    }
  },
);
