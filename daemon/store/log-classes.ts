import type { DatabaseSync } from 'node:sqlite';
import { logLevels } from '../../shared/log.ts';
import type { LogBatch, LogClassKey } from './log-batch.ts';

/** What many records have in common stands once; each counts its records. For use inside a transaction. */
export interface LogClasses {
  /** The number of each class of a batch, made where it is new; its records are counted. */
  count(batch: Pick<LogBatch, 'classes' | 'classOf'>): number[];
}

export function logClasses(db: DatabaseSync): LogClasses {
  const find = db.prepare(
    'SELECT id FROM log_classes WHERE source = ? AND level = ? AND username = ? AND created_by = ?',
  );
  const make = db.prepare(
    'INSERT INTO log_classes (source, level, username, created_by, records) VALUES (?, ?, ?, ?, 0) RETURNING id',
  );
  const add = db.prepare('UPDATE log_classes SET records = records + ? WHERE id = ?');

  function idOf({ source, level, username, createdBy }: LogClassKey): number {
    const key = [source, logLevels.indexOf(level), username, BigInt(createdBy)] as const;
    return Number((find.get(...key) ?? make.get(...key))?.['id']);
  }

  return {
    count({ classes, classOf }) {
      const records = new Uint32Array(classes.length);
      for (const at of classOf) records[at] = (records[at] ?? 0) + 1;
      // Asked anew each time: a transaction that fails takes its new classes back.
      const ids = classes.map(idOf);
      for (const [at, id] of ids.entries()) add.run(records[at] ?? 0, id);
      return ids;
    },
  };
}
