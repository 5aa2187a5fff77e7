import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command with the arguments after its name. Throws UsageError. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

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
};
