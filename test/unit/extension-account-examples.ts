import type { TestedAccount } from '../../shared/account-status.ts';
import type { LastTest } from '../../shared/last-test.ts';

/** An account of this name with nothing wrong in it; `last` makes it tested. */
export function example(name: string, last?: Partial<LastTest>, changes: object = {}): TestedAccount {
  const account: TestedAccount['account'] = {
    id: idOf(name),
    hasPassword: true,
    revision: 1,
    name,
    label: '',
    active: true,
    connection: {
      type: 'imap',
      server: 'imap.example.com',
      port: 993,
      username: 'ada',
      ssl: true,
      tls: false,
      insecure: false,
      debug: false,
      allowPlain: false,
      allowAddress: false,
      pin: '',
    },
    ...changes,
  };
  return last ? { account, lastTest: { ...passed, ...last } } : { account };
}

/** The id of the example of this name. */
export function idOf(name: string): string {
  const number = [...name].reduce((sum, letter) => sum * 31n + BigInt(letter.codePointAt(0) ?? 0), 0n);
  return String(157425284611000000n + (number % 1_000_000n));
}

const passed: LastTest = {
  testId: '157425284612000001',
  endedAt: '2026-11-22T12:00:00.000Z',
  verdict: 'passed',
  ms: 212,
  warnings: [],
  changed: false,
};
