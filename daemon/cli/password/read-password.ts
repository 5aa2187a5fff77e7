import { Secret } from '../../secret.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { firstLine } from './first-line.ts';
import { hiddenPrompt } from './hidden-prompt.ts';

/** No password has more (security §4). */
const mostBytes = 1024;

/**
 * The password from the pipe's first line (`--password-stdin`) or from a hidden prompt, as it was typed:
 * blanks stay. Undefined when the person gave up with Ctrl-C or Ctrl-D. Throws UsageError.
 */
export async function readPassword(
  { stdin, stderr }: Terminal,
  { fromStdin, whose }: { fromStdin: boolean; whose: string },
): Promise<Secret | undefined> {
  // A terminal echoes what it hands over as lines, so there --password-stdin is a hidden line as well.
  if (stdin.isTTY) {
    const typed = await hiddenPrompt(`Password of ${whose}: `, stdin, stderr);
    return typed === undefined ? undefined : sealed(typed);
  }
  if (fromStdin) return sealed(decoded(await firstLine(stdin, mostBytes)));
  throw new UsageError(
    'There is no terminal to ask for the password on. Hand it in through a pipe with --password-stdin.',
  );
}

function decoded(bytes: Uint8Array): string {
  // Before decoding: a line that is too long was cut, maybe inside a character.
  if (bytes.length > mostBytes) throw new UsageError(`The password is longer than ${mostBytes} bytes.`);
  try {
    // The decoder drops a BOM, which PowerShell puts in front of piped text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('--password-stdin: what came in is not UTF-8 text; set the shell to UTF-8.');
  }
}

function sealed(password: string): Secret {
  if (password === '') throw new UsageError('The password is empty: nothing was typed or came in.');
  try {
    return new Secret(password);
  } catch (error) {
    // The sentence of the rule that the password breaks; it never holds the value.
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
