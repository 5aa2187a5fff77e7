import { accountStatus, type TestedAccount } from '../../shared/account-status.ts';

/** What the toolbar button shows beside its icon, and says when it is pointed at. */
export interface Badge {
  readonly text: string;
  readonly tone: 'bad' | 'busy' | 'away';
  readonly title: string;
}

const app = 'Mailprobe';

/** Before pairing there is nothing to tell. */
export const noBadge: Badge = { text: '', tone: 'away', title: app };
export const awayBadge: Badge = { text: '?', tone: 'away', title: `${app}: the companion does not answer` };

/** The number of active accounts whose newest test failed; while a test runs, that. */
export function badgeOf(accounts: readonly TestedAccount[], running: number): Badge {
  if (running > 0) {
    return {
      text: '…',
      tone: 'busy',
      title: `${app}: ${running === 1 ? '1 test runs' : `${running} tests run`}`,
    };
  }
  const failing = accounts.filter((tested) => tested.account.active && accountStatus(tested) === 'failed');
  const count = failing.length;
  if (count === 0) return { text: '', tone: 'bad', title: app };
  return {
    // More do not fit.
    text: count > 99 ? '99+' : String(count),
    tone: 'bad',
    title: `${app}: ${count === 1 ? '1 account fails' : `${count} accounts fail`}`,
  };
}
