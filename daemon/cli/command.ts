import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command with the arguments after its name. Throws UsageError or CommandFailure. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
