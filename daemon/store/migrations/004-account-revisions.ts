import type { Migration } from '../migration.ts';

/** Counts the changes of an account, so that whoever read an earlier one does not write over a later one unseen. */
export const accountRevisions: Migration = {
  name: 'account revisions',
  up: (db) => db.exec('ALTER TABLE accounts ADD COLUMN revision INTEGER NOT NULL DEFAULT 1'),
};
