import { visibleText } from '../../../../shared/visible-text.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { addOptions } from '../../options/account-options.ts';
import { addArguments } from '../../options/add-arguments.ts';
import { daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { readPassword } from '../../password/read-password.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe accounts add`. Throws UsageError. */
export async function addAccount(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, addOptions);
  noWords('accounts add', positionals);
  const account = addArguments(values);
  // `--port` is the mail server's here.
  const daemon = await openDaemon(daemonPlace({ 'data-dir': values['data-dir'] }));
  // Before the password is typed: a daemon that is not there should not cost that.
  await daemon.call('status', {});
  const { username, server } = account.connection;
  const whose = `${visibleText(username, 80)} on ${visibleText(server, 80)}`;
  const password = await readPassword(terminal, { fromStdin: values['password-stdin'], whose });
  if (!password) return exitCode.failed;
  const added = await daemon.call('accountsCreate', { account }, { password: password.open() });
  const { id, name } = added.account;
  if (values.json) jsonLine(added, terminal.stdout);
  else terminal.stdout.write(`Added: ${id} (${visibleText(name)}). Test it with: npx mailprobe test ${id}\n`);
  return exitCode.done;
}
