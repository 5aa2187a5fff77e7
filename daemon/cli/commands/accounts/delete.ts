import { visibleText } from '../../../../shared/visible-text.ts';
import { confirmed } from '../../ask.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { resetsText } from '../../report/resets-text.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, yes: { type: 'boolean', default: false } } as const;

/** `mailprobe accounts delete ID`: the account and its password, after asking. Throws UsageError. */
export async function deleteAccount(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [word] = exactWords('accounts delete', ['ID'], positionals);
  const id = idWord('accounts delete', word);
  const { stdout, stderr } = terminal;
  const daemon = await openDaemon(daemonPlace(values));
  const { account } = await daemon.call('accountsGet', { id });
  const name = visibleText(account.name);
  const text = `Delete ${name} (${visibleText(account.connection.server)}) and its password? Type yes: `;
  if (!(await confirmed({ text, answer: 'yes', yes: values.yes }, terminal))) {
    stderr.write('Nothing was deleted.\n');
    return exitCode.failed;
  }
  const { resets } = await daemon.call('accountsDelete', { id });
  if (values.json) jsonLine({ deleted: id, resets }, stdout);
  else stdout.write(`Deleted: ${name}, with its password.\n${resetsText(resets)}`);
  return exitCode.done;
}
