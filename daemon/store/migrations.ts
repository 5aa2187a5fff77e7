import type { Migration } from './migration.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { secretsAndResults } from './migrations/002-secrets-and-results.ts';
import { propertyChanges } from './migrations/003-property-changes.ts';
import { accountRevisions } from './migrations/004-account-revisions.ts';
import { deletedAccounts } from './migrations/005-deleted-accounts.ts';
import { recentTests } from './migrations/006-recent-tests.ts';
import { searchableLog } from './migrations/007-searchable-log.ts';
import { refusedLogins } from './migrations/008-refused-logins.ts';
import { letters } from './migrations/009-letters.ts';
import { mailboxes } from './migrations/010-mailboxes.ts';
import { leftLetters } from './migrations/011-left-letters.ts';
import { letterReasonsApart } from './migrations/012-letter-reasons.ts';
import { allRecipientsFolded } from './migrations/013-all-recipients.ts';
import { clockSeen } from './migrations/014-clock-seen.ts';

/** All of them, in order; `PRAGMA user_version` counts how many a database has. */
export const migrations: readonly Migration[] = [
  firstTables,
  secretsAndResults,
  propertyChanges,
  accountRevisions,
  deletedAccounts,
  recentTests,
  searchableLog,
  refusedLogins,
  letters,
  mailboxes,
  leftLetters,
  letterReasonsApart,
  allRecipientsFolded,
  clockSeen,
];
