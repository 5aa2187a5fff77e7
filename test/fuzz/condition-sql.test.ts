import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLog, groupLog } from '../../daemon/store/log-query/log-counts.ts';
import { type LogPage, readPage } from '../../daemon/store/log-query/log-pages.ts';
import { type LogParts, logViews } from '../../daemon/store/log-query/log-view.ts';
import { logSearch } from '../../daemon/store/log-search.ts';
import { transactions } from '../../daemon/store/transactions.ts';
import { Condition } from '../../shared/condition.ts';
import { matches } from '../../shared/condition/matches.ts';
import { type ResolvedCondition, resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { type LogRecord, logLevels } from '../../shared/log.ts';
import { type LogPageAsked, logSorts } from '../../shared/log-query.ts';
import { condition, entry, nowMs } from '../condition/arbitraries.ts';
import { memoryStore } from '../store/memory-store.ts';

/** `CONDITIONS=100000` for a long run. */
const conditions = Number(process.env['CONDITIONS'] ?? 5_000);
const conditionsOnOneLog = 500;
const zones = ['Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kathmandu'];

test(
  `SQL and the evaluator agree on ${conditions} generated conditions, each on 40 generated records`,
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
      const parts = { db, views: logViews(db), readBefore: (done / conditionsOnOneLog) % 2 === 0 ? 0 : 16 };
      for (const asked of fc.sample(condition, { seed: seed + done, numRuns: conditionsOnOneLog })) {
        expect(Condition.safeParse(asked)).toEqual({ success: true, data: asked });
        const zone = zones[done % zones.length] ?? 'UTC';
        const resolved = resolvedCondition(asked, { nowMs, zone });
        const wanted = records.filter((record) => matches(resolved, record));
        met += wanted.length;
        const { records: found } = await readPage(parts, resolved, { limit: 200 });
        if (found.map(({ id }) => id).join() !== wanted.map(({ id }) => id).join())
          expect({ seed, asked, found: words(found) }).toEqual({ seed, asked, found: words(wanted) });
        if (met % 8 === 0) await walkPages(parts, resolved, wanted);
        expect(await countLog(parts, resolved, 1000)).toEqual({ count: wanted.length, exact: true });
      }
      const all = resolvedCondition({ combinator: 'and', rules: [] }, { nowMs, zone: 'UTC' });
      expect((await groupLog(parts, all, 'testId')).groups.reduce((sum, { count }) => sum + count, 0)).toBe(
        40,
      );
    }
    // Neither all nor nothing: the conditions ask for something.
    const share = met / (conditions * 40);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  },
);

/** Small pages, in every order, from either end, give the same records once. */
async function walkPages(parts: LogParts, resolved: ResolvedCondition, wanted: readonly LogRecord[]) {
  const rank = ({ level }: LogRecord) => logLevels.indexOf(level);
  const inOrder = {
    newest: [...wanted],
    oldest: wanted.toReversed(),
    highest: wanted.toSorted((a, b) => rank(b) - rank(a)),
    lowest: wanted.toSorted((a, b) => rank(a) - rank(b)),
  };
  for (const sort of logSorts) {
    for (const from of ['begin', 'end'] as const) {
      const seen: LogRecord[] = [];
      let place: Pick<LogPageAsked, 'before' | 'after'> | undefined = from === 'end' ? { before: 'end' } : {};
      while (place) {
        const { records, next }: LogPage = await readPage(parts, resolved, { sort, limit: 7, ...place });
        if (from === 'end') seen.unshift(...records);
        else seen.push(...records);
        place = next === undefined ? undefined : from === 'end' ? { before: next } : { after: next };
      }
      expect({ sort, from, seen: words(seen) }).toEqual({ sort, from, seen: words(inOrder[sort]) });
    }
  }
}

function words(records: readonly LogRecord[]): string[] {
  return records.map((record) => JSON.stringify(record));
}
