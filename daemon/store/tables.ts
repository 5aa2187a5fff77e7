import type { DatabaseSync } from 'node:sqlite';
import { type Id, idSource, systemUserId } from '../../shared/id.ts';
import { accountsTable } from './accounts.ts';
import { brokenProperties } from './broken-properties.ts';
import { clientsTable } from './clients.ts';
import { deletionsTable } from './deletions.ts';
import { housekeeping } from './housekeeping.ts';
import { installationTable } from './installation.ts';
import { lastTestsTable } from './last-tests.ts';
import { lettersTable } from './letters.ts';
import { logTable } from './log.ts';
import { lostDefaults } from './lost-defaults.ts';
import { mailboxesTable } from './mailboxes.ts';
import { personTable } from './person.ts';
import { propertiesTable } from './properties.ts';
import { propertyRows } from './property-rows.ts';
import { accountReader } from './read-accounts.ts';
import { refusedLoginsTable } from './refused-logins.ts';
import { secretRecords } from './secret-records.ts';
import { transactions as transactionsOf } from './transactions.ts';

/** Everything the store can do, by table, on an open database. */
export function storeTables(db: DatabaseSync, directory: string) {
  const transactions = transactionsOf(db);
  const newId = idSource(Date.now, newestId(db));
  const reader = accountReader(db);
  const person = personTable({ db, newId, transactions });
  const rows = propertyRows(db, () => person.get().username);
  const properties = propertiesTable({ rows, transactions, findAccount: reader.get });
  const resetBroken = brokenProperties(rows, properties, reader);
  return {
    accounts: accountsTable({ db, newId, transactions, reader, resetBroken }),
    deletions: deletionsTable({ db, transactions, resetBroken, lost: lostDefaults(db, rows, reader) }),
    lastTests: lastTestsTable({ db, transactions }),
    refusedLogins: refusedLoginsTable({ db, transactions }),
    secrets: secretRecords({ db, transactions }),
    properties,
    log: logTable({ db, newId, transactions }),
    letters: lettersTable({ db, newId, transactions }),
    mailboxes: mailboxesTable({ db, newId, transactions }),
    clients: clientsTable({ db, transactions }),
    person,
    installation: installationTable({ db, transactions }),
    housekeeping: housekeeping({ db, directory, transactions, properties }),
  };
}
export type StoreTables = ReturnType<typeof storeTables>;

/** Ids rise also when the clock went back between two starts. */
function newestId(db: DatabaseSync): Id {
  const row = db
    .prepare(
      `SELECT CAST(max(id) AS TEXT) AS id FROM (
         SELECT id FROM log WHERE seq = (SELECT max(seq) FROM log)
         UNION ALL SELECT max(id) FROM letters
         UNION ALL SELECT max(id) FROM accounts
         UNION ALL SELECT max(id) FROM person)`,
    )
    .get();
  return typeof row?.['id'] === 'string' ? row['id'] : systemUserId;
}
