import type { DatabaseSync } from 'node:sqlite';
import type { PropertyName } from '../../shared/properties.ts';

/** The last moment that a Date can hold; no write of ours is near it. */
const latestMs = 8_640_000_000_000_000;

/** The rows of the system properties; each write notes who and when. Writes belong inside a transaction. */
export function propertyRows(db: DatabaseSync, username: () => string) {
  const all = db.prepare(
    `SELECT name, value, changed_by,
       CASE WHEN changed_at BETWEEN 0 AND ${latestMs} THEN changed_at END AS changed_at
     FROM properties`,
  );
  const put = db.prepare(
    `INSERT INTO properties (name, value, changed_by, changed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET
       value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  );
  const forget = db.prepare('DELETE FROM lost_defaults WHERE name = ?');
  return {
    all: () => all.all(),
    /** Without a value the property has its default. Whatever it is now, it was chosen: what it lost before is forgotten. */
    put(name: PropertyName, value: string | null): void {
      put.run(name, value, username(), Date.now());
      forget.run(name);
    },
  };
}
export type PropertyRows = ReturnType<typeof propertyRows>;
