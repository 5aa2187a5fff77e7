import { Secret } from '../../secret.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { firstLine } from './first-line.ts';
import { hiddenPrompt } from './hidden-prompt.ts';

/** No password has more (security §4). */
const mostBytes = 1024;

interface Wanted {
  /** The option that says that it comes through a pipe. */
  readonly option: '--password-stdin' | '--passphrase-stdin';
  readonly noun: 'password' | 'passphrase';
}

/**
 * The password from the pipe's first line (`--password-stdin`) or from a hidden prompt, as it was typed:
 * blanks stay. Undefined when the person gave up with Ctrl-C or Ctrl-D. Throws UsageError.
 */
export function readPassword(
  terminal: Terminal,
  { fromStdin, whose }: { fromStdin: boolean; whose: string },
): Promise<Secret | undefined> {
  return read(terminal, fromStdin, `Password of ${whose}: `, {
    option: '--password-stdin',
    noun: 'password',
  });
}

/** The passphrase of a vault, in the same way; `question` ends with a blank. */
export function readPassphrase(
  terminal: Terminal,
  { fromStdin, question }: { fromStdin: boolean; question: string },
): Promise<Secret | undefined> {
  return read(terminal, fromStdin, question, { option: '--passphrase-stdin', noun: 'passphrase' });
}

async function read(
  { stdin, stderr }: Terminal,
  fromStdin: boolean,
  question: string,
  { option, noun }: Wanted,
): Promise<Secret | undefined> {
  // A terminal echoes what it hands over as lines, so there the option is a hidden line as well.
  if (stdin.isTTY) {
    const typed = await hiddenPrompt(question, stdin, stderr);
    return typed === undefined ? undefined : sealed(typed, noun);
  }
  if (fromStdin) return sealed(decoded(await firstLine(stdin, mostBytes), { option, noun }), noun);
  throw new UsageError(
    `There is no terminal to ask for the ${noun} on. Hand it in through a pipe with ${option}.`,
  );
}

function decoded(bytes: Uint8Array, { option, noun }: Wanted): string {
  // Before decoding: a line that is too long was cut, maybe inside a character.
  if (bytes.length > mostBytes) throw new UsageError(`The ${noun} is longer than ${mostBytes} bytes.`);
  try {
    // The decoder drops a BOM, which PowerShell puts in front of piped text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${option}: what came in is not UTF-8 text; set the shell to UTF-8.`);
  }
}

function sealed(line: string, noun: string): Secret {
  if (line === '') throw new UsageError(`The ${noun} is empty: nothing was typed or came in.`);
  try {
    return new Secret(line);
  } catch (error) {
    // The sentence of the rule that it breaks; it never holds the value.
    if (error instanceof RangeError) throw new UsageError(error.message.replace(/^Password/, capital(noun)));
    throw error;
  }
}

function capital(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
