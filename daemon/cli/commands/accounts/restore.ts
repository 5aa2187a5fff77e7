import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { idWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe accounts restore ID…`: what was just deleted, as it was. Throws UsageError. */
export async function restoreAccounts(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const ids = idWords('accounts restore', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const { restored, defaults } = await daemon.call('accountsRestore', { ids });
  const gone = ids.filter((id) => !restored.includes(id));
  if (values.json) jsonLine({ restored, defaults, gone }, stdout);
  else {
    stdout.write(`Restored: ${restored.join(', ')}.\n`);
    for (const name of defaults)
      stdout.write(`The property ${name} names ${restored.length === 1 ? 'it' : 'one of them'} again.\n`);
    if (gone.length > 0) stdout.write(`Gone for good, or never deleted: ${gone.join(', ')}.\n`);
  }
  return gone.length > 0 ? exitCode.failed : exitCode.done;
}
