import { expect, test } from 'vitest';
import { memoryStore } from '../store/memory-store.ts';

/** What SQLite goes through for each statement over letters that a store prepares. */
function plans(): { sql: string; details: string[] }[] {
  const { db, statements } = memoryStore();
  return statements
    .filter((sql) => /\b(?:FROM|UPDATE) letter(?:s|_origins|_texts)\b/.test(sql))
    .map((sql) => ({
      sql,
      details: db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail)),
    }));
}

test('what is looked at with every letter, and each minute, never goes through all that were sent or have come', () => {
  const all = plans();
  expect(all.length).toBeGreaterThan(20);
  const slow = all.filter(({ details }) =>
    details.some((detail) => /^SCAN letter|INDEX letters_direction/.test(detail)),
  );
  expect(slow.map(({ sql, details }) => [sql, details])).toEqual([]);
});
