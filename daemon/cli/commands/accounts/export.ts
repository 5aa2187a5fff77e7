import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { visibleText } from '../../../../shared/visible-text.ts';
import { accountsText, type Format, fileText, formats } from '../../../../shared/transfer/accounts-text.ts';
import { diskReason } from '../../../store/disk-reason.ts';
import { codeOf } from '../../../store/files.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

const options = {
  ...daemonOptions,
  format: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

/** `mailprobe accounts export [FILE]`: all accounts without passwords. Throws UsageError. */
export async function exportAccounts(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [file, ...more] = positionals;
  if (more.length > 0)
    throw new UsageError('accounts export: takes one FILE; a name with blanks needs quotes.');
  const format = formatOf(values.format, file);
  const daemon = await openDaemon(daemonPlace(values));
  const { accounts } = await daemon.call('accountsList', {});
  const text = accountsText(
    accounts.map(({ account }) => account),
    format,
  );
  if (file === undefined) {
    // A terminal would obey what stands in a name; a file or a program gets it exactly.
    stdout.write(stdout.isTTY ? visibleTextOf(text) : text);
    return exitCode.done;
  }
  write(file, fileText(text, format), values.yes);
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

function write(file: string, text: string, replace: boolean): void {
  try {
    if (replace) replaceFile(file, text);
    else writeNew(file, text);
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new UsageError(`${file}: is there already. Add --yes to replace it.`);
    throw new CommandFailure([`${file}: cannot be written (${diskReason(error) ?? 'unwritable'}).`]);
  }
}

/** The old file keeps neither its mode nor its content; a symbolic link is replaced, not followed. */
function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${randomBytes(8).toString('hex')}.new`;
  try {
    writeNew(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeNew(file: string, text: string): void {
  writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
}

function visibleTextOf(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => visibleText(line, 10_000));
}
