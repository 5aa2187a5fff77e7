import { visibleText } from '../../../../shared/visible-text.ts';
import { accountsText, type Format, fileText, formats } from '../../../../shared/transfer/accounts-text.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { damagedText } from '../../report/damaged-text.ts';
import { jsonLine } from '../../report/json-line.ts';
import { terminalLines } from '../../report/terminal-lines.ts';
import { writePrivateFile } from '../../report/write-private-file.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

const options = {
  ...daemonOptions,
  format: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

/** `mailprobe accounts export [FILE]`: all accounts without passwords. Throws UsageError. */
export async function exportAccounts(
  args: readonly string[],
  { stdout, stderr }: Terminal,
): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [file, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError('accounts export: takes one FILE; a name with blanks needs quotes.');
  const format = formatOf(values.format, file);
  const daemon = await openDaemon(daemonPlace(values));
  const { accounts, damaged = [] } = await daemon.call('accountsList', {});
  // Else nobody misses it until the export is needed.
  if (damaged.length > 0) stderr.write(damagedText(damaged));
  const text = accountsText(
    accounts.map(({ account }) => account),
    format,
  );
  if (file === undefined) {
    // A terminal would obey what stands in a name; a file or a program gets it exactly.
    stdout.write(stdout.isTTY ? terminalLines(text) : text);
    return exitCode.done;
  }
  await writePrivateFile(file, [fileText(text, format)], values.yes);
  if (values.json) jsonLine({ file, format, accounts: accounts.length }, stdout);
  else stdout.write(`Exported: ${accounts.length} to ${visibleText(file)}, without passwords.\n`);
  return exitCode.done;
}

function formatOf(asked: string | undefined, file: string | undefined): Format {
  if (asked === undefined) return file !== undefined && /\.(csv|tsv)$/i.test(file) ? 'csv' : 'json';
  const format = formats.find((format) => format === asked.toLowerCase());
  if (format) return format;
  throw new UsageError('--format: is csv or json.');
}
