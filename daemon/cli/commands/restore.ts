import { lstatSync } from 'node:fs';
import { visibleText } from '../../../shared/visible-text.ts';
import { type Backup, backups } from '../../store/backup.ts';
import { accountsInBackup } from '../../store/backup-accounts.ts';
import { prepareDataDirectory } from '../../store/data-directory.ts';
import { type DirectoryLock, lockDataDirectory } from '../../store/lock.ts';
import { newestIntact, restoreBackup } from '../../store/restore.ts';
import { StoreError } from '../../store/store-error.ts';
import { confirmed } from '../ask.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { noWords } from '../options/words.ts';
import { jsonLine } from '../report/json-line.ts';
import { ageOf, localMoment } from '../report/moment.ts';
import { table } from '../report/table.ts';
import type { Terminal } from '../terminal.ts';

const options = {
  'data-dir': { type: 'string' },
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
} as const;

/** `mailprobe restore`: the newest intact backup in the database's place, while no daemon runs. Throws UsageError. */
export async function restore(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('restore', positionals);
  const { stdout, stderr } = terminal;
  const { directory } = daemonPlace(values);
  const found = lstatSync(directory, { throwIfNoEntry: false }) ? backups(directory) : [];
  if (found.length === 0) {
    throw new CommandFailure([
      `There is no backup in ${directory}. The daemon makes one each day that it runs.`,
    ]);
  }
  if (values.list) {
    if (values.json) jsonLine({ backups: found }, stdout);
    else stdout.write(backupTable(found, terminal));
    return exitCode.done;
  }
  try {
    using lock = lockDataDirectory(prepareDataDirectory(directory));
    if (!values.json) stdout.write(backupTable(found, terminal));
    const text =
      'The newest intact backup takes the place of the database; what is there now is kept beside it.\n' +
      `${contentsOf(await newestIntact(found))}\n` +
      'Accounts and records since that backup are lost. Type yes: ';
    if (!(await confirmed({ text, answer: 'yes', yes: values.yes }, terminal))) {
      stderr.write('Nothing was changed.\n');
      return exitCode.failed;
    }
    return await restored(lock, values.json, terminal);
  } catch (error) {
    throw error instanceof StoreError ? failureOf(error) : error;
  }
}

async function restored(lock: DirectoryLock, json: boolean, { stdout }: Terminal): Promise<ExitCode> {
  const { label, createdAt, path } = await restoreBackup(lock);
  if (json) jsonLine({ restored: { label, createdAt, path } }, stdout);
  else {
    stdout.write(`Restored: ${visibleText(label)} of ${localMoment(createdAt)}.\n`);
    stdout.write('What was there is kept as damaged-… in the same folder. Start the daemon again.\n');
  }
  return exitCode.done;
}

function contentsOf(backup: Backup): string {
  const { createdAt } = backup;
  const accounts = accountsInBackup(backup);
  const count =
    accounts === 1 ? '1 account' : `${accounts === undefined ? 'an unknown number of' : accounts} accounts`;
  return `It holds ${accounts === 0 ? 'no accounts at all' : count}, as of ${localMoment(createdAt)} (${ageOf(createdAt, new Date())}).`;
}

function backupTable(found: readonly Backup[], { stdout }: Terminal): string {
  const now = new Date();
  const rows = found.map(({ label, createdAt }) => [label, localMoment(createdAt), ageOf(createdAt, now)]);
  return table(['BACKUP', 'MADE', ''], rows, stdout);
}

function failureOf(error: StoreError): CommandFailure {
  if (error.kind === 'already_running') {
    return new CommandFailure([
      'A daemon works with this database now: end it first (Ctrl-C in its terminal), then restore.',
    ]);
  }
  const repair = error.repair === undefined ? [] : [`This helps: ${error.repair}`];
  return new CommandFailure([error.message, ...repair], exitCode.failed, { cause: error });
}
