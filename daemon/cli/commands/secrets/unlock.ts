import { visibleText } from '../../../../shared/visible-text.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { readPassphrase } from '../../password/read-password.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, 'passphrase-stdin': { type: 'boolean', default: false } } as const;

/** `mailprobe secrets unlock`: opens the vault with its passphrase until the daemon ends. Throws UsageError. */
export async function unlockSecrets(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('secrets unlock', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const passphrase = await readPassphrase(terminal, {
    fromStdin: values['passphrase-stdin'],
    question: 'Passphrase of the vault: ',
  });
  if (!passphrase) return exitCode.failed;
  const place = await daemon.call('secretsUnlock', {}, { passphrase: passphrase.open() });
  if (values.json) jsonLine(place, terminal.stdout);
  else terminal.stdout.write(`${visibleText(place.sentence)}\n`);
  return place.state === 'ready' ? exitCode.done : exitCode.failed;
}
