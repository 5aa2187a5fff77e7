import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';

/** Finds a record's number by its id without an index: both rise together, so that it is some twenty looks away. */
export interface RecordSequence {
  /** The number of the first record whose id is this or higher; one beyond the last when there is none. */
  from(id: Id): number;
  /** The id of the record with this number; of the next one above or below where that is gone. */
  idAt(seq: number, above: boolean): Id | undefined;
  /** Numbers of the oldest and the newest record; of an empty table 1 and 0. */
  ends(): { first: number; last: number };
}

export function recordSequence(db: DatabaseSync, table: 'log' | 'letters'): RecordSequence {
  const extremes = db.prepare(
    `SELECT (SELECT min(seq) FROM ${table}) AS first, (SELECT max(seq) FROM ${table}) AS last`,
  );
  // As text: ids are larger than a number of JavaScript holds exactly.
  const next = db.prepare(
    `SELECT seq, CAST(id AS TEXT) AS id FROM ${table} WHERE seq >= ? ORDER BY seq LIMIT 1`,
  );
  const previous = db.prepare(
    `SELECT CAST(id AS TEXT) AS id FROM ${table} WHERE seq <= ? ORDER BY seq DESC LIMIT 1`,
  );

  function ends() {
    const row = extremes.get();
    if (!row || row['first'] === null) return { first: 1, last: 0 };
    return { first: Number(row['first']), last: Number(row['last']) };
  }

  return {
    ends,
    idAt(seq, above) {
      const row = (above ? next : previous).get(seq);
      return row && String(row['id']);
    },
    from(id) {
      const { first, last } = ends();
      let low = first;
      let high = last + 1;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const row = next.get(middle);
        // Of equal length, so that their order is that of the numbers.
        if (row && String(row['id']) < id) low = Number(row['seq']) + 1;
        else high = middle;
      }
      return low;
    },
  };
}
