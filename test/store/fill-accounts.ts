import { openDatabase } from '../../daemon/store/database.ts';
import { storeTables } from '../../daemon/store/tables.ts';
import { settingsFingerprint } from '../../daemon/service/tests/settings-fingerprint.ts';
import { mostRecentTests, type RecentTest } from '../../shared/tested-account.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import { accountFields, imapConnection } from './examples.ts';

const dayMs = 86_400_000;

/**
 * Puts so many accounts into the data directory of a daemon, which is stopped for it, each with a result and a full
 * history: `Branch office 1` and so on. Their passwords are said to be in the vault, and are nowhere.
 */
export async function fillAccounts(daemon: DaemonProcess, count: number): Promise<void> {
  await daemon.stop();
  const db = await openDatabase(daemon.directory);
  const { accounts, lastTests } = storeTables(db, daemon.directory);
  const now = Date.now();
  db.exec('PRAGMA synchronous = OFF');
  for (let at = 1; at <= count; at++) {
    const connection = { ...imapConnection, server: `imap${at % 50}.acme.example`, username: `branch-${at}` };
    const fields = { ...accountFields(accounts.newId(), `Branch office ${at}`, connection), label: '' };
    const { id } = accounts.create(fields, 'vault-keyfile');
    lastTests.put({
      accountId: id,
      lastTest: {
        testId: accounts.newId(),
        endedAt: new Date(now - (at % 40) * 3_600_000).toISOString(),
        verdict: 'passed',
        ms: 100 + (at % 300),
        warnings: [],
      },
      settings: settingsFingerprint(connection),
      passwordChanges: 0,
      events: [],
    });
  }
  const recent = Array.from({ length: mostRecentTests }, (_, test): RecentTest => [
    now - (mostRecentTests - test) * dayMs,
    150 + ((test * 37) % 200),
    test % 7 === 3 ? 'failed' : 'passed',
  ]);
  db.prepare('UPDATE last_tests SET recent = ?').run(JSON.stringify(recent));
  db.close();
  const codes = () => daemon.output.match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g)?.length ?? 0;
  const before = codes();
  await daemon.start();
  // The code of the start before is good no longer.
  while (codes() === before) await new Promise((resolve) => setTimeout(resolve, 20));
}
