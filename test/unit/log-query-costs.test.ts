import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { queriedLog } from '../../daemon/store/log-query/queried-log.ts';
import { foldedMessage } from '../../daemon/store/log-row.ts';
import { logSearch } from '../../daemon/store/log-search.ts';
import type { QueryParts } from '../../daemon/store/query/queried-table.ts';
import { countRecords, groupRecords } from '../../daemon/store/query/record-counts.ts';
import { type PlaceAsked, readPage } from '../../daemon/store/query/record-pages.ts';
import { transactions } from '../../daemon/store/transactions.ts';
import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import { logFields } from '../../shared/condition/fields.ts';
import { type ResolvedCondition, resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import type { LogRecord } from '../../shared/log.ts';
import { generatedRecords } from '../bench/generated-records.ts';
import { benchConditions } from '../bench/main-log-conditions.ts';
import { openMemoryStore } from '../store/memory-store.ts';

/** As the benchmark's log, with every 25th of its records. */
const records = 40_000;
const endMs = Date.parse('2026-11-22T12:00:00.000Z');
const here = { nowMs: endMs, zone: 'Europe/Berlin' };
const places: Record<string, Omit<PlaceAsked, 'limit'>> = {
  newest: {},
  oldest: { before: 'end' },
  'most severe': { sort: 'highest' },
};

interface Costs {
  statements: number;
  /** Messages that were compared. */
  compared: number;
  /** Entries of the search index for the trigrams that were asked, each time anew. */
  entries: number;
  sql: Set<string>;
}

let store: ReturnType<typeof openMemoryStore>;

beforeAll(async () => {
  store = openMemoryStore();
  const { db, log } = store;
  log.append([...generatedRecords(records, { endMs, everyMs: 125_000 })]);
  await logSearch({ db, transactions: transactions(db) }).fill();
  // How long a stretch is follows from the time of the one before.
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterAll(() => {
  vi.useRealTimers();
  store.db.close();
});

/** Each statement takes so many milliseconds. */
async function costsOf(words: string, place: Omit<PlaceAsked, 'limit'>, eachMs = 0): Promise<Costs> {
  return costsOfAsking(words, eachMs, (parts, condition) =>
    readPage(parts, condition, { limit: 100, ...place }),
  );
}

async function costsOfAsking(
  words: string,
  eachMs: number,
  ask: (parts: QueryParts<LogRecord>, condition: ResolvedCondition) => Promise<unknown>,
): Promise<Costs> {
  const { db } = store;
  const costs: Costs = { statements: 0, compared: 0, entries: 0, sql: new Set() };
  const entriesOf = db.prepare('SELECT doc FROM log_terms WHERE term = ?');
  db.function('compared', (text: SQLOutputValue) => {
    costs.compared += 1;
    return text;
  });
  const table = queriedLog(db);
  const seen = seenBy(db, (sql, values) => {
    costs.statements += 1;
    vi.advanceTimersByTime(eachMs);
    costs.sql.add(sql);
    if (!sql.includes('MATCH')) return;
    const asked = String(values.findLast((value) => typeof value === 'string'));
    for (const [, trigram = ''] of asked.matchAll(/"((?:[^"]|"")*)"/g))
      costs.entries += Number(entriesOf.get(trigram.replaceAll('""', '"'))?.['doc'] ?? 0);
  });
  const fields = { ...table.fields, message: { column: 'message', folded: `compared(${foldedMessage})` } };
  const condition = resolvedCondition(conditionInWords(words, logFields), here);
  await ask({ db: seen, table: { ...table, fields } }, condition);
  return costs;
}

/** The same database, whose statements tell when they run. */
function seenBy(db: DatabaseSync, ran: (sql: string, values: readonly unknown[]) => void): DatabaseSync {
  return new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => ({
            all: (...values: never[]) => {
              ran(sql, values);
              return target.prepare(sql).all(...values);
            },
          })
        : (Reflect.get(target, name) as unknown),
  });
}

describe.each(Object.entries(places))('the %s page', (_name, place) => {
  test.each(benchConditions(endMs))('of %s costs no more than it must', async (words) => {
    const { statements, compared, entries, sql } = await costsOf(words, place);
    expect(statements).toBeLessThanOrEqual(12);
    expect(compared).toBeLessThanOrEqual(records / 4);
    // Half of the log: one account has a third of it.
    expect(entries).toBeLessThanOrEqual(records / 2);
    for (const each of sql) {
      const plan = planOf(each);
      // The records of a test are few, and come by the test.
      if (!plan.some((step) => step.includes('INDEX log_test')))
        expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      expect(plan.filter((step) => /^SCAN (?!log_search VIRTUAL TABLE|CONSTANT ROW)/.test(step))).toEqual([]);
    }
  });
});

test.each(['message contains rate_limited', 'message contains "no such words"'])(
  'records of %s are found by the search index to be counted and grouped, too',
  async (words) => {
    for (const ask of [
      (parts: QueryParts<LogRecord>, condition: ResolvedCondition) => countRecords(parts, condition, 10_000),
      (parts: QueryParts<LogRecord>, condition: ResolvedCondition) =>
        groupRecords(parts, condition, 'accountId'),
    ])
      expect((await costsOfAsking(words, 0, ask)).compared).toBeLessThanOrEqual(records / 10);
  },
);

test('of a text and a level, what nearly every record has is not asked of the search index', async () => {
  const { entries } = await costsOf('message ends with "letter leaves."', { sort: 'highest' });
  expect(entries).toBeLessThan(records / 4);
});

test('the most severe ones are found on one way where all are few, although it took longer than was given', async () => {
  const words = 'created at on last 7 days and message contains expired and account is 150000000000000039';
  const { statements } = await costsOf(words, { sort: 'highest' }, 30);
  expect(statements).toBe(2);
});

function planOf(sql: string): string[] {
  return store.db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => String(row['detail']));
}
