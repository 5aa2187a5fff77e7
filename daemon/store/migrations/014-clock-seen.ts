import type { Migration } from '../migration.ts';

/** When the daemon was there, about once an hour, by its clock: what proves that a day has passed. */
export const clockSeen: Migration = {
  name: 'clock seen',
  up: (db) => db.exec('CREATE TABLE clock_seen (at INTEGER PRIMARY KEY) STRICT'),
};
