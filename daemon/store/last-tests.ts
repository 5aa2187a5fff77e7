import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { TestEvent } from '../../shared/event.ts';
import type { Id } from '../../shared/id.ts';
import { LastTest } from '../../shared/last-test.ts';
import { isRecentTest, mostRecentTests, type RecentTest } from '../../shared/tested-account.ts';
import { type Row, isoTime, parsedJson } from './rows.ts';
import type { Transactions } from './transactions.ts';

/** A finished test of a saved account, on its way in. */
export interface EndedTest {
  accountId: Id;
  /** `changed` follows from the account as it is when the result is read. */
  lastTest: Omit<LastTest, 'changed'>;
  /** What was tested, as a fingerprint. */
  settings: string;
  /** `passwordChanges` of the account when the test began. */
  passwordChanges: number;
  events: readonly TestEvent[];
}

/** The same on its way out; whether the settings are still those, the reader compares. */
export interface StoredTest {
  accountId: Id;
  /** Undefined when this version does not understand it. */
  lastTest: Omit<LastTest, 'changed'> | undefined;
  settings: string;
  passwordTypedSince: boolean;
  recent: RecentTest[];
}

const columns = `CAST(account_id AS TEXT) AS account_id, CAST(test_id AS TEXT) AS test_id, ended_at, settings, result, recent,
  last_tests.times_typed <> accounts.times_typed AS typed_since`;
const from =
  'FROM last_tests JOIN accounts ON accounts.id = last_tests.account_id AND accounts.deleted_at IS NULL';

/**
 * How the newest test of each account ended, and its last ones in short; gone with its account. What this version does
 * not understand counts as none: a test brings another, and the accounts must not be kept back by it.
 */
export function lastTestsTable({
  db,
  transactions: { write },
}: {
  db: DatabaseSync;
  transactions: Transactions;
}) {
  const all = db.prepare(`SELECT ${columns} ${from}`);
  const one = db.prepare(`SELECT ${columns}, events ${from} WHERE last_tests.account_id = ?`);
  // Not for an account that was deleted while it was tested.
  const put = db.prepare(
    `INSERT OR REPLACE INTO last_tests (account_id, test_id, ended_at, settings, times_typed, result, events, recent)
     SELECT id, :test_id, :ended_at, :settings, :times_typed, :result, :events, :recent
     FROM accounts WHERE id = :account_id AND deleted_at IS NULL`,
  );
  const recentOf = db.prepare('SELECT recent FROM last_tests WHERE account_id = ?');

  return {
    /** False when there is no such account any more. */
    put({ accountId, lastTest, settings, passwordChanges, events }: EndedTest): boolean {
      const { testId, endedAt, ...result } = lastTest;
      const row = {
        account_id: BigInt(accountId),
        test_id: BigInt(testId),
        ended_at: Date.parse(endedAt),
        settings,
        times_typed: passwordChanges,
        result: JSON.stringify(result),
        events: JSON.stringify(events),
      };
      const { verdict, ms } = lastTest;
      const newest: RecentTest = [row.ended_at, Math.round(ms), verdict];
      const change = () => {
        const before = recentTests(recentOf.get(row.account_id)?.['recent']);
        const recent = JSON.stringify([...before, newest].slice(-mostRecentTests));
        return put.run({ ...row, recent });
      };
      return write(change, 'droppable').changes === 1;
    },

    all: (): StoredTest[] => all.all().map(storedTest),

    get(accountId: Id): (StoredTest & { events: TestEvent[] }) | undefined {
      const row = one.get(BigInt(accountId));
      if (!row) return undefined;
      const stored = storedTest(row);
      const events = parsedJson(String(row['events']));
      const told = Array.isArray(events) ? events : [undefined];
      const known = told.flatMap((event) => TestEvent.safeParse(event).data ?? []);
      if (stored.lastTest && known.length === told.length) return { ...stored, events: known };
      return { ...stored, lastTest: undefined, events: [] };
    },
  };
}

function storedTest(row: Row): StoredTest {
  const result = parsedJson(String(row['result']));
  const { data } = LastTest.safeParse({
    ...(typeof result === 'object' ? result : {}),
    testId: row['test_id'],
    endedAt: isoTime(row['ended_at']),
    changed: false,
  });
  return {
    accountId: String(row['account_id']),
    lastTest: data && withoutChanged(data),
    settings: String(row['settings']),
    passwordTypedSince: row['typed_since'] === 1,
    recent: recentTests(row['recent']),
  };
}

function withoutChanged(result: LastTest): Omit<LastTest, 'changed'> {
  const { changed: _, ...lastTest } = result;
  return lastTest;
}

function recentTests(text: SQLOutputValue | undefined): RecentTest[] {
  const found = parsedJson(String(text));
  if (!Array.isArray(found)) return [];
  // One that this version does not understand counts as none.
  return found.filter(isRecentTest);
}
