import { type Account, securityOf } from '../../../shared/account.ts';
import { type AccountStatus, accountStatus, type TestedAccount } from '../../../shared/account-status.ts';
import { duration } from '../../../shared/duration.ts';
import { explain } from '../../../shared/explanation.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RecentTest } from '../../../shared/tested-account.ts';
import { ageOf } from './moment.ts';

/** Such as `mail.example.com:993`, `[2001:db8::1]:993`. */
export function addressOf({ connection: { server, port } }: Account): string {
  return `${server.includes(':') ? `[${server}]` : server}:${port}`;
}

export function securityWords({ connection }: Account): string {
  const names = { ssl: 'SSL', tls: connection.type === 'pop3' ? 'STLS' : 'STARTTLS', plain: 'plain text' };
  return names[securityOf(connection)];
}

/** How the newest test ended and how long ago, on one line. */
export function lastTestWords(tested: TestedAccount, now: Date): string {
  const { account, lastTest } = tested;
  const state = accountStatus(tested);
  const cause =
    (state === 'failed' || state === 'guarded') && lastTest?.failure
      ? `: ${causeOf(lastTest.failure, account)}`
      : '';
  const age = lastTest && state !== 'password_needed' ? `, ${ageOf(lastTest.endedAt, now)}` : '';
  return `${words[state]}${cause}${age}${account.active ? '' : ' (inactive)'}`;
}

function causeOf({ kind, detail, reply }: Failure, { connection }: Account): string {
  const { type, server, port } = connection;
  return explain(kind, { type, server, port, security: securityOf(connection), detail, reply }).title;
}

/** The last tests as marks, the newest last, and how long those took that worked. */
export function recentTestsWords(recent: readonly RecentTest[]): string {
  const marks = recent.map(([, , verdict]) => verdictMarks[verdict]).join('');
  const times = recent.filter(([, , verdict]) => verdict === 'passed').map(([, ms]) => ms);
  const [last] = times.slice(-1);
  if (last === undefined) return marks;
  const span = `least ${duration(Math.min(...times))}, most ${duration(Math.max(...times))}`;
  return `${marks}  last that worked ${duration(last)}, ${span}`;
}

const verdictMarks: Record<RecentTest[2], string> = { passed: '✓', failed: '✕', cancelled: '–' };

const words: Record<AccountStatus, string> = {
  works: '✓ works',
  warning: '! works, with a warning',
  failed: '✕ failed',
  cancelled: '✕ cancelled',
  untested: 'not tested yet',
  changed: 'changed since its test',
  password_needed: 'password needed',
  guarded: '✕ skipped (guarded)',
};
