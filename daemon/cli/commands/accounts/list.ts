import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { accountTable } from '../../report/account-text.ts';
import { damagedText } from '../../report/damaged-text.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe accounts list`. Throws UsageError. */
export async function listAccounts(args: readonly string[], { stdout, stderr }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  noWords('accounts list', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const { accounts, damaged = [] } = await daemon.call('accountsList', {});
  if (damaged.length > 0) stderr.write(damagedText(damaged));
  if (values.json) jsonLine({ accounts, ...(damaged.length > 0 ? { damaged } : {}) }, stdout);
  else if (accounts.length > 0) stdout.write(accountTable(accounts, new Date(), stdout));
  else if (damaged.length === 0)
    stdout.write('There is no account yet. To add one, see: npx mailprobe help accounts\n');
  return exitCode.done;
}
