import type { Migration } from '../migration.ts';

/** Counts the refused logins in a row with the password as it is stored, and holds nothing of the password itself. */
export const refusedLogins: Migration = {
  name: 'refused logins',
  up: (db) => db.exec('ALTER TABLE accounts ADD COLUMN refused_logins INTEGER NOT NULL DEFAULT 0'),
};
