import { visibleText } from '../../shared/visible-text.ts';
import { productVersion } from '../version.ts';
import { commands } from './commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { nearest } from './nearest.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Finds the command that the arguments name and runs it. Throws UsageError. */
export async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') return help([], terminal);
  if (name === 'help') return help(rest, terminal);
  if (name === '--version' || name === '-V') return version(terminal);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) throw unknownCommand(name);
  if (asksForHelp(rest)) return help([name], terminal);
  const command = await entry.command();
  return command(rest, terminal);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

async function help([name]: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const entry = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name !== undefined && !entry) throw unknownCommand(name);
  const text = entry ? await entry.help() : (await import('./help/overview.ts')).overview(commands);
  stdout.write(text);
  return exitCode.done;
}

function version({ stdout }: Terminal): ExitCode {
  stdout.write(`${productVersion()}\n`);
  return exitCode.done;
}

function unknownCommand(name: string): UsageError {
  const near = nearest(name, [...Object.keys(commands), 'help']);
  const names = Object.keys(commands).join(', ');
  return new UsageError(
    name.startsWith('-')
      ? `The command comes first, then its options. Commands: ${names}.`
      : `There is no command "${visibleText(name, 40)}". ${near ? `Did you mean ${near}?` : `Commands: ${names}.`}`,
  );
}
