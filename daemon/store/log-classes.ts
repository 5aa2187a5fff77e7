import type { DatabaseSync } from 'node:sqlite';
import { type LogRecord, logLevels } from '../../shared/log.ts';

/** What many records have in common stands once; each counts its records. For use inside a transaction. */
export interface LogClasses {
  /** The class of each record, made where it is new, and counted. */
  count(records: readonly LogRecord[]): number[];
}

export function logClasses(db: DatabaseSync): LogClasses {
  const find = db.prepare(
    'SELECT id FROM log_classes WHERE source = ? AND level = ? AND username = ? AND created_by = ?',
  );
  const make = db.prepare(
    'INSERT INTO log_classes (source, level, username, created_by, records) VALUES (?, ?, ?, ?, 0) RETURNING id',
  );
  const add = db.prepare('UPDATE log_classes SET records = records + ? WHERE id = ?');

  function idOf({ source, level, username, createdBy }: LogRecord): number {
    const key = [source, logLevels.indexOf(level), username, BigInt(createdBy)] as const;
    return Number((find.get(...key) ?? make.get(...key))?.['id']);
  }

  return {
    count(records) {
      // Kept for this call alone: a transaction that fails takes its new classes back.
      const known = new Map<string, { id: number; records: number }>();
      const classes = records.map((record) => {
        const key = `${record.source}\0${record.level}\0${record.createdBy}\0${record.username}`;
        let found = known.get(key);
        if (!found) known.set(key, (found = { id: idOf(record), records: 0 }));
        found.records += 1;
        return found.id;
      });
      for (const { id, records: more } of known.values()) add.run(more, id);
      return classes;
    },
  };
}
