import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { queriedLetters } from '../../daemon/store/letter-query/queried-letters.ts';
import { queriedLog } from '../../daemon/store/log-query/queried-log.ts';
import type { ListedRecord, QueryParts } from '../../daemon/store/query/queried-table.ts';
import { countRecords, groupRecords } from '../../daemon/store/query/record-counts.ts';
import { type RecordPage, readPage } from '../../daemon/store/query/record-pages.ts';
import { logSearch } from '../../daemon/store/log-search.ts';
import { transactions } from '../../daemon/store/transactions.ts';
import { LetterCondition, LogCondition } from '../../shared/condition.ts';
import { matches } from '../../shared/condition/matches.ts';
import { type ResolvedCondition, resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { logLevels } from '../../shared/log.ts';
import { type PageAsked, type RecordSort, recordSorts } from '../../shared/record-query.ts';
import { letterFields } from '../../shared/condition/fields.ts';
import { allRecipients } from '../../shared/letter-recipients.ts';
import { letterDirections } from '../../shared/letter.ts';
import { condition, conditionAbout, entry, nowMs } from '../condition/arbitraries.ts';
import { letter } from '../condition/letter-arbitraries.ts';
import { memoryStore } from '../store/memory-store.ts';

/** `CONDITIONS=100000` for a long run. */
const conditions = Number(process.env['CONDITIONS'] ?? 20_000);
/** The letters' tables go through the same compiler. */
const ofLetters = conditions / 4;
const conditionsOnOneLog = 500;
const zones = ['Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kathmandu'];

test(
  `SQL and the evaluator agree on ${conditions} generated conditions on the log, each on 40 generated records`,
  {
    timeout: 3_600_000,
  },
  async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    let met = 0;
    for (let done = 0; done < conditions; done += conditionsOnOneLog) {
      const { db, log } = memoryStore();
      const stored = fc.sample(entry, { seed: seed + done, numRuns: 40 });
      log.append(stored.slice(0, 30));
      await logSearch({ db, transactions: transactions(db) }).fill();
      // The index knows nothing of the last ten.
      log.append(stored.slice(30));
      const records = log.page({ limit: 500 });
      // 0 asks the search index at once, 16 reads a part before.
      const parts = { db, table: queriedLog(db), readBefore: (done / conditionsOnOneLog) % 2 === 0 ? 0 : 16 };
      for (const asked of fc.sample(condition, { seed: seed + done, numRuns: conditionsOnOneLog })) {
        expect(LogCondition.safeParse(asked)).toEqual({ success: true, data: asked });
        const zone = zones[done % zones.length] ?? 'UTC';
        const resolved = resolvedCondition(asked, { nowMs, zone });
        const wanted = records.filter((record) => matches(resolved, record));
        met += wanted.length;
        const { records: found } = await readPage(parts, resolved, { limit: 200 });
        if (found.map(({ id }) => id).join() !== wanted.map(({ id }) => id).join())
          expect({ seed, asked, found: words(found) }).toEqual({ seed, asked, found: words(wanted) });
        if (met % 8 === 0) await walkPages(parts, resolved, wanted, recordSorts);
        expect(await countRecords(parts, resolved, 1000)).toEqual({ count: wanted.length, exact: true });
      }
      const all = resolvedCondition({ combinator: 'and', rules: [] }, { nowMs, zone: 'UTC' });
      expect(
        (await groupRecords(parts, all, 'testId')).groups.reduce((sum, { count }) => sum + count, 0),
      ).toBe(40);
    }
    // Neither all nor nothing: the conditions ask for something.
    const share = met / (conditions * 40);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  },
);

test(
  `SQL and the evaluator agree on ${ofLetters} generated conditions on letters, each on 40 generated letters`,
  { timeout: 3_600_000 },
  async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const everything = resolvedCondition({ combinator: 'and', rules: [] }, { nowMs, zone: 'UTC' });
    const about = conditionAbout(letterFields);
    let met = 0;
    let asked = 0;
    for (let done = 0; done < ofLetters; done += conditionsOnOneLog) {
      const { db, letters } = memoryStore();
      for (const each of fc.sample(letter, { seed: seed + done, numRuns: 40 })) letters.add(each);
      const lists = await Promise.all(
        letterDirections.map(async (direction) => {
          const parts = { db, table: queriedLetters(db, direction) };
          return { direction, parts, all: (await readPage(parts, everything, { limit: 200 })).records };
        }),
      );
      expect(lists.flatMap(({ all }) => all)).toHaveLength(40);
      for (const condition of fc.sample(about, { seed: seed + done, numRuns: conditionsOnOneLog })) {
        expect(LetterCondition.safeParse(condition)).toEqual({ success: true, data: condition });
        const resolved = resolvedCondition(condition, { nowMs, zone: zones[done % zones.length] ?? 'UTC' });
        for (const { direction, parts, all } of lists) {
          expect(all.every((each) => each.direction === direction)).toBe(true);
          const wanted = all.filter((record) =>
            matches(resolved, { ...record, recipients: allRecipients(record) }),
          );
          met += wanted.length;
          asked += all.length;
          const { records: found } = await readPage(parts, resolved, { limit: 200 });
          if (found.map(({ id }) => id).join() !== wanted.map(({ id }) => id).join())
            expect({ seed, condition, found: words(found) }).toEqual({
              seed,
              condition,
              found: words(wanted),
            });
          if (met % 8 === 0) await walkPages(parts, resolved, wanted, ['newest', 'oldest']);
          expect(await countRecords(parts, resolved, 1000)).toEqual({ count: wanted.length, exact: true });
          const { groups } = await groupRecords(parts, resolved, 'status');
          expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(wanted.length);
        }
      }
    }
    expect(met / asked).toBeGreaterThan(0.2);
    expect(met / asked).toBeLessThan(0.8);
  },
);

/** Small pages, in every order, from either end, give the same records once. */
async function walkPages<R extends ListedRecord>(
  parts: QueryParts<R>,
  resolved: ResolvedCondition,
  wanted: readonly R[],
  sorts: readonly RecordSort[],
) {
  const rank = ({ level = '' }: R) => logLevels.findIndex((each) => each === level);
  const inOrder = {
    newest: [...wanted],
    oldest: wanted.toReversed(),
    highest: wanted.toSorted((a, b) => rank(b) - rank(a)),
    lowest: wanted.toSorted((a, b) => rank(a) - rank(b)),
  };
  for (const sort of sorts) {
    for (const from of ['begin', 'end'] as const) {
      const seen: R[] = [];
      let place: Pick<PageAsked, 'before' | 'after'> | undefined = from === 'end' ? { before: 'end' } : {};
      while (place) {
        const { records, next }: RecordPage<R> = await readPage(parts, resolved, {
          sort,
          limit: 7,
          ...place,
        });
        if (from === 'end') seen.unshift(...records);
        else seen.push(...records);
        place = next === undefined ? undefined : from === 'end' ? { before: next } : { after: next };
      }
      expect({ sort, from, seen: words(seen) }).toEqual({ sort, from, seen: words(inOrder[sort]) });
    }
  }
}

function words(records: readonly ListedRecord[]): string[] {
  return records.map((record) => JSON.stringify(record));
}
