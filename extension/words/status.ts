import type { AccountStatus } from '../../shared/account-status.ts';
import type { Stage } from '../../shared/stage.ts';

/** Words for the state of accounts and tests, the same in the popup and on every page. */
export const statusWords = {
  states: {
    works: 'Works',
    warning: 'Works with warning',
    failed: 'Failed',
    cancelled: 'Test stopped',
    untested: 'Not tested',
    changed: 'Changed since test',
    password_needed: 'Password needed',
    inactive: 'Inactive',
    running: 'Testing',
  } satisfies Record<AccountStatus | 'inactive' | 'running', string>,
  stages: {
    resolve: 'Resolve name',
    connect: 'Connect',
    tls: 'TLS',
    greeting: 'Greeting',
    starttls: 'STARTTLS',
    login: 'Login',
    sender: 'Sender',
    mailbox: 'Mailbox',
    logout: 'Logout',
  } satisfies Record<Stage, string>,
  /** What goes on now; short, for it stands in a row. */
  doing: {
    resolve: 'resolving…',
    connect: 'connecting…',
    tls: 'TLS…',
    greeting: 'greeting…',
    starttls: 'STARTTLS…',
    login: 'login…',
    sender: 'sender…',
    mailbox: 'mailbox…',
    logout: 'logout…',
  } satisfies Record<Stage, string>,
  stageStates: {
    passed: 'Passed',
    failed: 'Failed',
    running: 'Under way',
    waiting: 'To come',
    stopped: 'Stopped',
  },
  waiting: 'waiting…',
  copy: 'Copy',
  copyWhat: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  notCopied: 'Failed',
  failedCall: 'That did not work. Try again.',
  justNow: 'just now',
  minutesAgo: (count: number) => `${count} min ago`,
  hoursAgo: (count: number) => `${count} h ago`,
  daysAgo: (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`),
  ms: (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`),
  messages: (count: number) => (count === 1 ? '1 message' : `${count.toLocaleString()} messages`),
};
