import type { QueryPlan } from './query-plan.ts';

/** How many records the next statement goes through. */
export interface StretchLength {
  now: number;
  /** Of so many that are left. */
  of(left: number): number;
  /** Of the stretch that was gone through. */
  took(records: number, ms: number): void;
}

/** Knows as well how many records are read in the time that the first search may take. */
export interface ReadLength extends StretchLength {
  forSearch(): number;
}

const usualRead = 2_048;
/** From more values than this on, the first stretch is shorter: long messages are asked for each. */
const fewValues = 4;
const shortestRead = 128;
/** A stretch that takes as long as this is not made longer. */
const pleasantMs = 8;
const longMs = 25;

const firstSearchMs = 50;
const longestFirstSearch = 131_072;
const shortestSearch = 1_024;
/** The search index goes through its trigrams from their end for each stretch anew: few and long ones, if they can be. */
/** That way is a cost of every stretch, however short: where it is much, shorter stretches would only pay it more often. */
const timesTheFastest = 3;
const mostGrowth = 8;
/** The first search is expected to be short, so that as much as this is done at once; after it, no more than a rest. */
const usualSearch = { firstPart: 1, timesFirst: 9, usualMs: 150, longestMs: 500 };
/** Of a count, which no page should have to wait for: none much longer than a reading. */
const briefSearch = { firstPart: 1 / 8, timesFirst: 1.25, usualMs: 25, longestMs: 60 };
const timesAnother = 1.25;
/** Clocks may say that nothing took no time. */
const leastMs = 0.1;

/** Of records that are read one after the other: their time is that of their number. */
export function readLength({ values }: Pick<QueryPlan, 'values'>): ReadLength {
  let forSearch = shortestSearch;
  return {
    now: Math.max(shortestRead, Math.floor((usualRead * fewValues) / Math.max(fewValues, values.length))),
    took(records, ms) {
      forSearch = Math.floor((records * firstSearchMs) / Math.max(ms, leastMs));
      if (ms < pleasantMs) this.now *= 4;
      else if (ms > longMs) this.now = Math.max(shortestRead, Math.ceil(this.now / 2));
    },
    of(left) {
      return Math.min(left, this.now);
    },
    forSearch: () => Math.min(longestFirstSearch, Math.max(shortestSearch, forSearch)),
  };
}

/** Of records that the index finds: each is looked at as well, so that no more than could be read come first. */
export function searchLength(read: ReadLength, { brief = false } = {}): StretchLength {
  const { firstPart, timesFirst, usualMs, longestMs } = brief ? briefSearch : usualSearch;
  let fastestMs = Infinity;
  return {
    now: Math.max(shortestSearch, Math.floor(read.forSearch() * firstPart)),
    of(left) {
      return left <= this.now * (fastestMs === Infinity ? timesFirst : timesAnother) ? left : this.now;
    },
    took(_records, ms) {
      fastestMs = Math.min(fastestMs, ms);
      const wantedMs = Math.min(longestMs, Math.max(usualMs, fastestMs * timesTheFastest));
      const growth = Math.min(mostGrowth, Math.max(1 / mostGrowth, wantedMs / Math.max(ms, leastMs)));
      this.now = Math.max(shortestSearch, Math.floor(this.now * growth));
    },
  };
}
