import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord, lettersSay } from '../../options/words.ts';
import { followLetter } from '../../report/follow-letter.ts';
import { jsonLine } from '../../report/json-line.ts';
import { holdNow, sentWords } from '../../report/sent-words.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, wait: { type: 'boolean', default: false } } as const;

/** `mailprobe letters retry ID`: sends it once more, to those who have not got it. Throws UsageError. */
export async function retryLetter(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [word] = exactWords('letters retry', ['ID'], positionals);
  const id = idWord('letters retry', word, lettersSay);
  const daemon = await openDaemon(daemonPlace(values));
  await daemon.call('lettersRetry', { id });
  if (values.wait) return followLetter(daemon, id, terminal, values.json);
  const held = await holdNow(daemon, id);
  if (values.json) jsonLine({ letterId: id, ...held }, terminal.stdout);
  else terminal.stdout.write(`${sentWords(id, held, 'once more')}\n`);
  return exitCode.done;
}
