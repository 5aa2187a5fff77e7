import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord, lettersSay } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe letters give-up ID`: one that waits is not tried again. Throws UsageError. */
export async function giveUpLetter(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [word] = exactWords('letters give-up', ['ID'], positionals);
  const id = idWord('letters give-up', word, lettersSay);
  const daemon = await openDaemon(daemonPlace(values));
  await daemon.call('lettersGiveUp', { id });
  if (values.json) jsonLine({ letterId: id }, stdout);
  else stdout.write(`Letter ${id} is not tried again.\n`);
  return exitCode.done;
}
