import type { TroubleKind } from '../state/connection.ts';

/** Words around all rooms: navigation and how the companion is. */
export const frameWords = {
  app: 'Mailprobe',
  skip: 'Skip to the content',
  navigation: 'Rooms',
  title: (room: string) => `${room} · Mailprobe`,
  groups: {
    mailboxes: 'System Mailboxes',
    logs: 'System Logs',
    properties: 'System Properties',
    help: 'Help',
  },
  rooms: {
    accounts: 'Email Accounts',
    log: 'Main Log',
    properties: 'System Properties',
    causes: 'Causes',
    companion: 'Companion',
  },
  connection: {
    loading: '',
    connecting: 'Connecting',
    connected: 'Connected',
    unpaired: 'Not paired',
  },
  trouble: {
    unreachable: 'Not running',
    lost: 'Not running',
    not_paired: 'Not paired',
    wrong_version: 'Update needed',
    stranger: 'Not trusted',
    busy: 'Busy',
    not_allowed: 'Not allowed',
  } satisfies Record<TroubleKind, string>,
  copied: 'Copied',
  notCopied: 'Not allowed',
  outdated: {
    title: 'This page is older than the extension',
    sentence:
      'The extension was updated while this page was open. What you had not saved is lost by a reload.',
    reload: 'Reload the page',
  },
};
