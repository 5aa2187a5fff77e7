import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { secretPlaceText } from '../../report/secret-words.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, check: { type: 'boolean', default: false } } as const;

/** `mailprobe secrets show`: never the passwords, only their place. Throws UsageError. */
export async function showSecrets(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('secrets show', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const place = values.check
    ? await daemon.call('secretsCheck', {})
    : (await daemon.call('status', {})).secrets;
  if (values.json) jsonLine(place, stdout);
  else stdout.write(secretPlaceText(place, stdout));
  return exitCode.done;
}
