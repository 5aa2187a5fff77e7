import { type AccountStatus, accountStatus, type TestedAccount } from '../../shared/account-status.ts';

/** What the toolbar button shows beside its icon, and what its tooltip tells, `count` times. */
export interface Badge {
  readonly text: string;
  readonly tone: 'bad' | 'busy' | 'away';
  readonly told: 'nothing' | 'away' | 'running' | 'failing';
  readonly count?: number;
}

/** Before pairing there is nothing to tell. */
export const noBadge: Badge = { text: '', tone: 'away', told: 'nothing' };
export const awayBadge: Badge = { text: '?', tone: 'away', told: 'away' };

const failing: ReadonlySet<AccountStatus> = new Set(['failed', 'guarded']);

/** The number of active accounts whose newest test failed, guarded ones too; while a test runs, that. */
export function badgeOf(accounts: readonly TestedAccount[], running: number): Badge {
  if (running > 0) return { text: '…', tone: 'busy', told: 'running', count: running };
  const bad = accounts.filter((tested) => tested.account.active && failing.has(accountStatus(tested)));
  const count = bad.length;
  if (count === 0) return noBadge;
  // More do not fit.
  return { text: count > 99 ? '99+' : String(count), tone: 'bad', told: 'failing', count };
}
