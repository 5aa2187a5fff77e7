import type { DaemonClient } from '../../../../shared/daemon-client.ts';
import { ExportedLetter } from '../../../../shared/letter.ts';
import { csvBegin, csvOfRecords } from '../../../../shared/transfer/records-csv.ts';
import { visibleJson, visibleText } from '../../../../shared/visible-text.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { interruption } from '../../interruption.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { type LettersWanted, letterOptions, lettersWanted } from '../../options/letter-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { jsonLine } from '../../report/json-line.ts';
import { terminalLines } from '../../report/terminal-lines.ts';
import { writePrivateFile } from '../../report/write-private-file.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

type Format = 'csv' | 'jsonl';

const options = {
  ...daemonOptions,
  ...letterOptions,
  format: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;
const formatNames: Record<Format, string> = { csv: 'CSV', jsonl: 'JSON Lines' };
const fields = Object.keys(ExportedLetter.shape);

/** `mailprobe letters export [FILE]`: every letter that meets a condition, oldest first. Throws UsageError. */
export async function exportLetters(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { stdout } = terminal;
  const { values, positionals } = parseOptions(args, options);
  const asked = lettersWanted(values, Date.now());
  const [file, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError('letters export: takes one FILE; a name with blanks needs quotes.');
  const format = formatOf(values.format, file);
  const daemon = await openDaemon(daemonPlace(values));
  const signal = interruption(terminal);
  let count = 0;
  const inFile = file !== undefined;
  const pieces = piecesOf(lettersOf(daemon, asked, signal), { format, inFile }, () => (count += 1));
  if (file === undefined) {
    // A terminal would obey what stands in a letter; a file or a program gets it exactly.
    for await (const piece of pieces) stdout.write(stdout.isTTY ? terminalLines(piece) : piece);
    return exitCode.done;
  }
  await writePrivateFile(file, pieces, values.yes);
  if (values.json) jsonLine({ file, format, letters: count }, stdout);
  else stdout.write(`Exported: ${count} to ${visibleText(file)}, as ${formatNames[format]}.\n`);
  return exitCode.done;
}

async function* lettersOf(
  daemon: DaemonClient,
  { directions, condition, zone }: LettersWanted,
  signal: AbortSignal,
): AsyncGenerator<ExportedLetter> {
  for (const direction of directions)
    yield* daemon.stream('lettersExport', { direction, condition, zone, sort: 'oldest' }, signal);
  // One that was stopped is no whole file.
  if (signal.aborted) throw new CommandFailure(['The export was stopped.']);
}

async function* piecesOf(
  letters: AsyncIterable<ExportedLetter>,
  { format, inFile }: { format: Format; inFile: boolean },
  onLetter: () => void,
): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8 is for them: a program would take it for a part of the first name.
  if (format === 'csv') yield inFile ? csvBegin(fields) : csvBegin(fields).slice(1);
  for await (const letter of letters) {
    onLetter();
    yield format === 'csv' ? csvOfRecords([letter], fields) : `${visibleJson(letter)}\n`;
  }
}

function formatOf(asked: string | undefined, file: string | undefined): Format {
  if (asked === undefined) {
    if (file === undefined || /\.(?:jsonl|ndjson)$/i.test(file)) return 'jsonl';
    if (/\.csv$/i.test(file)) return 'csv';
    throw new UsageError(
      'letters export: FILE ends in .csv or .jsonl; another name needs --format csv or --format jsonl.',
    );
  }
  if (asked === 'csv' || asked === 'jsonl') return asked;
  throw new UsageError('--format: is csv or jsonl.');
}
