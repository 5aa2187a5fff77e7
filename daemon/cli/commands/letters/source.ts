import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { RouteLine } from '../../../../shared/routes.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { failureOfRefusal } from '../../client/daemon-failure.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { interruption } from '../../interruption.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord, lettersSay } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { terminalParts } from '../../report/terminal-lines.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

const options = { ...daemonOptions, out: { type: 'string' } } as const;

/** `mailprobe letters source ID`: the letter as its server has it, into a file or the output. Throws UsageError. */
export async function letterSource(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [word] = exactWords('letters source', ['ID'], positionals);
  const id = idWord('letters source', word, lettersSay);
  const { out: file } = values;
  const { stdout } = terminal;
  if (values.json && file === undefined) {
    throw new UsageError('letters source: --json says what was written, so it needs --out FILE.');
  }
  const daemon = await openDaemon(daemonPlace(values));
  const lines = daemon.stream('lettersSource', { id }, interruption(terminal));
  const parts = wholeLetter(lines);
  if (file === undefined) {
    // A terminal would obey what stands in a letter; a file or a program gets it exactly.
    for await (const part of stdout.isTTY ? terminalParts(parts) : parts) stdout.write(part);
    return exitCode.done;
  }
  const octets = await writeNew(file, parts);
  if (values.json) jsonLine({ letter: id, file, octets }, stdout);
  else stdout.write(`Written: ${octets} octets to ${visibleText(file)}.\n`);
  return exitCode.done;
}

/** Its parts in order. Throws CommandFailure unless it came whole. */
async function* wholeLetter(
  lines: AsyncGenerator<RouteLine<'lettersSource'>, void>,
): AsyncGenerator<Buffer, void> {
  for await (const line of lines) {
    if (line.type === 'part') yield Buffer.from(line.base64, 'base64');
    else if (line.type === 'whole') return;
    else if (line.type === 'refused') throw failureOfRefusal(line.refusal);
    else
      throw new CommandFailure([`The letter could not be read: ${line.failure.detail ?? line.failure.kind}`]);
  }
  throw new CommandFailure(['The letter did not come whole.']);
}

/** Octets written. What is not whole is removed again. */
async function writeNew(file: string, parts: AsyncGenerator<Buffer, void>): Promise<number> {
  let octets = 0;
  const descriptor = opened(file);
  try {
    for await (const part of parts) octets += writeSync(descriptor, part);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return octets;
}

function opened(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unwritable';
    if (code === 'EEXIST') throw new UsageError(`${file}: is there already; name another file.`);
    throw new CommandFailure([`${file}: cannot be written (${code}).`]);
  }
}
