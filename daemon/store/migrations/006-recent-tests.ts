import type { Migration } from '../migration.ts';

/** The last tests of each account in short, the newest last: [ended at, ms, verdict]. The one that is known begins it. */
export const recentTests: Migration = {
  name: 'recent tests',
  up: (db) =>
    db.exec(`
      ALTER TABLE last_tests ADD COLUMN recent TEXT NOT NULL DEFAULT '[]';
      UPDATE last_tests
        SET recent = json_array(json_array(ended_at, round(result ->> 'ms'), result ->> 'verdict'))
        WHERE json_valid(result);
    `),
};
