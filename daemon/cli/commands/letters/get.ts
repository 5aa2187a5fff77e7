import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord, lettersSay } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { letterText } from '../../report/letter-text.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, headers: { type: 'boolean', default: false } } as const;

/** `mailprobe letters get ID`: one letter with its text, and what became of it. Throws UsageError. */
export async function getLetter(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [word] = exactWords('letters get', ['ID'], positionals);
  const id = idWord('letters get', word, lettersSay);
  const daemon = await openDaemon(daemonPlace(values));
  const { letter } = await daemon.call('lettersGet', { id });
  if (values.json) jsonLine(letter, stdout);
  else stdout.write(letterText(letter, stdout, values.headers));
  return exitCode.done;
}
