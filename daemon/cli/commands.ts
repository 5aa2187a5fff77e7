import type { Command } from './command.ts';

interface Entry {
  /** One line of the overview. */
  summary: string;
  command: () => Promise<Command>;
  help: () => Promise<string>;
}

/** Every command, loaded when it is called: help and wrong usage answer before any library is read. */
export const commands: Record<string, Entry> = {
  start: {
    summary: 'Run the companion that the browser extension talks to.',
    command: async () => (await import('./commands/start.ts')).start,
    help: async () => (await import('./help/start.ts')).startHelp,
  },
  pair: {
    summary: 'Show a code that pairs one more browser.',
    command: async () => (await import('./commands/pair.ts')).pair,
    help: async () => (await import('./help/pair.ts')).pairHelp,
  },
  status: {
    summary: 'Say whether the daemon runs, and what it serves.',
    command: async () => (await import('./commands/status.ts')).status,
    help: async () => (await import('./help/status.ts')).statusHelp,
  },
  test: {
    summary: 'Test one account now, stage by stage.',
    command: async () => (await import('./commands/test.ts')).test,
    help: async () => (await import('./help/test.ts')).testHelp,
  },
  explain: {
    summary: 'Say what a server reply means and what to do.',
    command: async () => (await import('./commands/explain.ts')).explainReply,
    help: async () => (await import('./help/explain.ts')).explainHelp,
  },
  send: {
    summary: 'Write a letter, which the daemon sends.',
    command: async () => (await import('./commands/send.ts')).send,
    help: async () => (await import('./help/send.ts')).sendHelp,
  },
  fetch: {
    summary: 'Fetch new letters now.',
    command: async () => (await import('./commands/fetch.ts')).fetchLetters,
    help: async () => (await import('./help/fetch.ts')).fetchHelp,
  },
  letters: {
    summary: 'Show, export, retry letters; give one up.',
    command: async () => (await import('./commands/letters.ts')).letters,
    help: async () => (await import('./help/letters.ts')).lettersHelp,
  },
  accounts: {
    summary: 'List, show, add, change and delete stored accounts.',
    command: async () => (await import('./commands/accounts.ts')).accounts,
    help: async () => (await import('./help/accounts.ts')).accountsHelp,
  },
  roundtrip: {
    summary: 'Send a letter and watch it arrive.',
    command: async () => (await import('./commands/roundtrip.ts')).roundtrip,
    help: async () => (await import('./help/roundtrip.ts')).roundtripHelp,
  },
  logs: {
    summary: 'Show the newest records of the Main Log.',
    command: async () => (await import('./commands/logs.ts')).logs,
    help: async () => (await import('./help/logs.ts')).logsHelp,
  },
  properties: {
    summary: 'List, set and reset system properties.',
    command: async () => (await import('./commands/properties.ts')).properties,
    help: async () => (await import('./help/properties.ts')).propertiesHelp,
  },
  clients: {
    summary: 'List and revoke paired browsers.',
    command: async () => (await import('./commands/clients.ts')).clients,
    help: async () => (await import('./help/clients.ts')).clientsHelp,
  },
  secrets: {
    summary: 'Show and move the place where passwords are kept.',
    command: async () => (await import('./commands/secrets.ts')).secrets,
    help: async () => (await import('./help/secrets.ts')).secretsHelp,
  },
  service: {
    summary: 'Start the daemon at login, or no longer.',
    command: async () => (await import('./commands/service.ts')).service,
    help: async () => (await import('./help/service.ts')).serviceHelp,
  },
  restore: {
    summary: 'Put the newest backup in place of the database.',
    command: async () => (await import('./commands/restore.ts')).restore,
    help: async () => (await import('./help/restore.ts')).restoreHelp,
  },
  reset: {
    summary: 'Remove everything that Mailprobe keeps.',
    command: async () => (await import('./commands/reset.ts')).reset,
    help: async () => (await import('./help/reset.ts')).resetHelp,
  },
};
