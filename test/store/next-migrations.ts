import type { Migration } from '../../daemon/store/migration.ts';
import { migrations } from '../../daemon/store/migrations.ts';

/** Today's migrations and two that a later version might bring; `inside` is told in the middle of them. */
export function nextMigrations(inside: (step: string) => void = () => undefined): readonly Migration[] {
  return [
    ...migrations,
    {
      name: 'a column',
      up(db) {
        db.exec(`ALTER TABLE accounts ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'`);
        inside('inside a column');
        db.exec(`UPDATE accounts SET colour = 'blue'`);
      },
    },
    {
      name: 'a new log',
      up(db) {
        db.exec('CREATE TABLE new_log (id INTEGER PRIMARY KEY, message TEXT NOT NULL) STRICT');
        db.exec('INSERT INTO new_log SELECT id, message FROM log');
        inside('inside a new log');
        db.exec('DROP TABLE log');
      },
    },
  ];
}
