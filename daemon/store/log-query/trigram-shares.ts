import type { DatabaseSync } from 'node:sqlite';
import { quoted } from './search-expression.ts';

/** So many of the newest records that have a trigram say how common it is: a step of the index takes 50 nanoseconds. */
const looked = 1_000;
/** What was found stays so as long as no more than this was added to the index. */
const lastsFor = 65_536;
const mostKnown = 10_000;

/**
 * Which part of the indexed records has a trigram, from 0 to 1: a guess by the newest of them, kept for the next
 * question, which decides about the way and never about the answer.
 */
export function trigramShares(db: DatabaseSync): (trigram: string, indexedUpTo: number) => number {
  const oldestLooked = db.prepare(
    `SELECT rowid AS seq FROM log_search WHERE log_search MATCH ? AND rowid <= ? ORDER BY rowid DESC LIMIT 1 OFFSET ${looked - 1}`,
  );
  const known = new Map<string, number>();
  let knownAt = 0;

  return (trigram, indexedUpTo) => {
    if (indexedUpTo - knownAt > lastsFor || known.size >= mostKnown) {
      known.clear();
      knownAt = indexedUpTo;
    }
    const kept = known.get(trigram);
    if (kept !== undefined) return kept;
    const oldest = oldestLooked.get(quoted(trigram), indexedUpTo)?.['seq'];
    // Fewer have it than are looked at.
    const share = oldest === undefined ? 0 : looked / (indexedUpTo - Number(oldest) + 1);
    known.set(trigram, share);
    return share;
  };
}
