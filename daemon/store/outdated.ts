import type { DatabaseSync } from 'node:sqlite';
import { logBlockRecords } from './log-blocks.ts';

const dayMs = 86_400_000;

/**
 * The number of the last record or letter that is older than what is kept; 0 where there is none. All before it are older
 * still. Their order is right whatever the clock did, their dates are not: what stands behind a young one is young.
 */
export function lastOutdated(
  db: DatabaseSync,
  table: 'log' | 'letters',
  days: number,
  nowMs: number,
): number {
  const oldest = provenMs(db, nowMs) - days * dayMs;
  // In the order of numbers from the oldest on: what is read is deleted, but for the first.
  const young = db.prepare(
    `SELECT seq FROM ${table} WHERE created_at >= ? AND created_at <= ? ORDER BY seq LIMIT 1`,
  );
  const old = db.prepare(
    `SELECT seq FROM ${table} WHERE created_at < ? AND seq < ? ORDER BY seq DESC LIMIT 1`,
  );
  const firstYoung = young.get(oldest, nowMs)?.['seq'] ?? Number.MAX_SAFE_INTEGER;
  return Number(old.get(oldest, firstYoung)?.['seq'] ?? 0);
}

/**
 * The date that age is counted to: that of the newest record a day old, or when the clock was seen a day ago. A clock may run
 * years ahead for an hour, and nothing is deleted by it before it has been there for a day. `-Infinity` where nothing is that
 * old.
 */
function provenMs(db: DatabaseSync, nowMs: number): number {
  const ofLog = db.prepare(
    `SELECT created_at FROM log WHERE created_at <= ?1
     AND seq < (SELECT coalesce(max(block) + 1, 0) FROM log_blocks WHERE oldest <= ?1) * ${logBlockRecords}
     ORDER BY seq DESC LIMIT 1`,
  );
  // Where so much is logged that no record grows so old.
  const ofLetters = db.prepare(
    'SELECT created_at FROM letters WHERE created_at <= ? ORDER BY seq DESC LIMIT 1',
  );
  const proven = ofLog.get(nowMs - dayMs) ?? ofLetters.get(nowMs - dayMs);
  const seen = db.prepare('SELECT max(at) AS at FROM clock_seen WHERE at <= ?').get(nowMs - dayMs);
  return Math.max(Number(proven?.['created_at'] ?? -Infinity), Number(seen?.['at'] ?? -Infinity));
}
