import { visibleText } from '../../../../shared/visible-text.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe accounts duplicate ID`: all but the password. Throws UsageError. */
export async function duplicateAccount(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [word] = exactWords('accounts duplicate', ['ID'], positionals);
  const id = idWord('accounts duplicate', word);
  const daemon = await openDaemon(daemonPlace(values));
  const copy = await daemon.call('accountsDuplicate', { id });
  if (values.json) {
    jsonLine(copy, stdout);
  } else {
    const { account } = copy;
    stdout.write(
      `Duplicated: ${account.id} (${visibleText(account.name)}). Its password is not copied; type it with:\n` +
        `  npx mailprobe accounts change ${account.id} --password-stdin\n`,
    );
  }
  return exitCode.done;
}
