import { confirmed } from '../ask.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { noWords } from '../options/words.ts';
import { jsonLine } from '../report/json-line.ts';
import { resetPlanText } from '../report/reset-text.ts';
import { directoryEntries } from '../reset/directory-entries.ts';
import { removeKeychainItems } from '../reset/keychain-items.ts';
import { ownFiles } from '../reset/own-files.ts';
import { removeFiles } from '../reset/remove-files.ts';
import { removeOwnService } from '../reset/own-service.ts';
import { lockAfterStop } from '../reset/stop-daemon.ts';
import type { Terminal } from '../terminal.ts';

const options = {
  ...daemonOptions,
  yes: { type: 'boolean', default: false },
  'leave-keychain': { type: 'boolean', default: false },
} as const;

/** `mailprobe reset`: removes everything that Mailprobe keeps, after asking. Throws UsageError. */
export async function reset(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('reset', positionals);
  const { stdout, stderr } = terminal;
  const place = daemonPlace(values);
  const before = ownFiles(directoryEntries(place.directory));
  if (before.remove.length === 0) {
    if (values.json) jsonLine({ removed: [], left: before.leave.map(({ path }) => path) }, stdout);
    else stdout.write(`There is nothing of Mailprobe in ${place.directory}.\n`);
    return exitCode.done;
  }
  if (!values.json) stdout.write(resetPlanText(place.directory, before));
  if (!(await confirmed({ text: 'Type reset to do it: ', answer: 'reset', yes: values.yes }, terminal))) {
    stderr.write('Nothing was removed.\n');
    return exitCode.failed;
  }
  // For what the database leaves while it is read.
  process.umask(0o077);
  // First, or the system would start the daemon again.
  const service = await removeOwnService(place);
  using lock = await lockAfterStop(place);
  const passwords = values['leave-keychain'] ? { removed: 0, left: [] } : await removeKeychainItems(lock);
  if (passwords.left.length > 0) {
    throw new CommandFailure([
      ...passwords.left,
      'No file was removed. Try again when the keychain answers, or go on without it: npx mailprobe reset --leave-keychain',
    ]);
  }
  // Read anew: the daemon has closed its files since.
  const files = ownFiles(directoryEntries(place.directory));
  removeFiles(lock, files.remove);
  const left = files.leave.map(({ path }) => path);
  if (values.json) {
    const removed = files.remove.map(({ path }) => path);
    jsonLine({ removed, left, keychainItems: passwords.removed, service }, stdout);
  } else {
    stdout.write('Everything of Mailprobe was removed from this machine.\n');
    if (passwords.removed > 0) stdout.write(`Passwords removed from the keychain: ${passwords.removed}.\n`);
    if (service) stdout.write('The daemon no longer starts at login.\n');
    stdout.write('In each browser, remove the extension, or unpair it: its pairing is void now.\n');
  }
  return exitCode.done;
}
