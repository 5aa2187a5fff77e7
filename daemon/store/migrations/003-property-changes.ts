import type { Migration } from '../migration.ts';

/** Who changed a property last, and when; a property that was reset has no value, but this. */
export const propertyChanges: Migration = {
  name: 'property changes',
  up: (db) =>
    db.exec(`
      CREATE TABLE changed_properties (
        name TEXT PRIMARY KEY,
        value TEXT,
        changed_by TEXT,
        changed_at INTEGER
      ) STRICT, WITHOUT ROWID;
      INSERT INTO changed_properties (name, value) SELECT name, value FROM properties;
      DROP TABLE properties;
      ALTER TABLE changed_properties RENAME TO properties;
    `),
};
