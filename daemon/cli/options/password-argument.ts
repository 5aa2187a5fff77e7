import { UsageError } from '../usage-error.ts';

/**
 * Refuses every spelling of a password as an argument, before anything else reads the arguments: other
 * people see them in the process list, and the shell keeps them in its history. Never repeats the value.
 */
export function refusePasswordArgument(args: readonly string[]): void {
  const end = args.indexOf('--');
  for (const arg of end < 0 ? args : args.slice(0, end)) {
    if (/^--pass(?:word|phrase)-stdin$/.test(arg) || !/^--?(pass|pwd|pw\b|secret|token)/i.test(arg)) continue;
    throw new UsageError(
      'A password is never taken as an argument: others on this machine can read it there, and the shell keeps it in its history.',
      'Leave it out to be asked for it, or hand it in through a pipe with --password-stdin.',
    );
  }
}
