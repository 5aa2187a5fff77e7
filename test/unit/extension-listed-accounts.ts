import { AccountForm, type AccountType } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { RecentTest } from '../../shared/tested-account.ts';

const testId = '157425284611357796';
let made = 0;

interface Change {
  type?: AccountType;
  server?: string;
  port?: number;
  active?: boolean;
  hasPassword?: boolean;
  endedAt?: string;
  verdict?: 'passed' | 'failed';
  changed?: boolean;
  security?: 'ssl' | 'tls' | 'plain';
  recent?: RecentTest[];
}

/** An account of this name, and what a test of it found. */
export function tested(name: string, change: Change = {}): TestedAccount {
  const { active = true, hasPassword = true, endedAt, verdict = 'passed', changed = false } = change;
  const { type = 'imap', server = 'imap.example.com', port = 993, security = 'ssl', recent = [] } = change;
  const form = AccountForm.parse({
    name,
    active,
    connection: {
      type,
      server,
      port,
      username: 'ada',
      ssl: security === 'ssl',
      tls: security === 'tls',
      allowPlain: security === 'plain',
      ...(type === 'smtp' ? { from: 'ada@example.com' } : {}),
    },
  });
  const account = { ...form, id: `1574252846${String(++made).padStart(8, '0')}`, hasPassword, revision: 1 };
  if (!endedAt) return { account };
  return { account, lastTest: { testId, endedAt, verdict, ms: 1, warnings: [], changed }, recent };
}
