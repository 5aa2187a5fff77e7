import type { Security } from '../../shared/account.ts';
import type { CauseGroup } from '../causes/cause.ts';

/** All words of the room, the causes themselves apart: one place, so that another language replaces one object. */
export const causesWords = {
  causes: {
    title: 'Causes',
    lead: 'Why a connection to a mail server fails, and what to do about it.',
    groups: {
      connection: 'Finding and reaching the server',
      tls: 'Encryption and certificates',
      conversation: 'Conversation with the server',
      login: 'Login',
      mailbox: 'Mailbox and sending',
    } satisfies Record<CauseGroup, string>,
    all: 'All causes',
  },
  search: {
    label: 'Search causes',
    placeholder: 'Code, message or setting',
    clear: 'Clear search',
    found: (count: number) => (count === 1 ? '1 cause' : `${count} causes`),
    nothing: (search: string) => `No cause fits “${search}”`,
    advice:
      'Try fewer words, the code from the test (such as auth_bad_credentials), or a setting such as port.',
  },
  start: {
    title: 'What went wrong?',
    lead: 'Paste the code or the line of a failed test into the search, or choose a cause from the list. Each one says what happened, why, and what to do, the likeliest step first.',
    often: 'Common causes',
    keys: 'Keys',
    focusSearch: 'go to the search',
    move: 'move through the list',
    open: 'open a cause',
    clear: 'clear the search',
  },
  cause: {
    code: 'Code',
    why: 'Why',
    steps: 'What to do',
    copyText: 'Copy as text',
    copyCode: 'Copy code',
    unknownTitle: 'There is no such cause',
    unknown: (code: string) =>
      `“${code}” is not a cause that this version knows. It may be misspelled, or come from a newer version.`,
  },
  facts: {
    legend: 'Fit the words to the account',
    type: 'Type',
    security: 'Connection',
    server: 'Server',
    any: 'Any',
    serverExample: 'imap.example.com',
    securities: {
      ssl: 'Enable SSL',
      tls: 'Enable TLS',
      plain: 'Neither',
    } satisfies Record<Security, string>,
  },
};
