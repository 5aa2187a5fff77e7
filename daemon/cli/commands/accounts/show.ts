import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord } from '../../options/words.ts';
import { accountText } from '../../report/account-text.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe accounts show ID`. Throws UsageError. */
export async function showAccount(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [word] = exactWords('accounts show', ['ID'], positionals);
  const id = idWord('accounts show', word);
  const daemon = await openDaemon(daemonPlace(values));
  const tested = await daemon.call('accountsGet', { id });
  if (values.json) jsonLine(tested, stdout);
  else stdout.write(accountText(tested, new Date(), stdout));
  return exitCode.done;
}
