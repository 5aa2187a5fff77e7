import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { ageOf, localMoment } from '../../report/moment.ts';
import { table } from '../../report/table.ts';
import type { Terminal } from '../../terminal.ts';

/** `mailprobe clients list`. Throws UsageError. */
export async function listClients(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  noWords('clients list', positionals);
  const daemon = await openDaemon(daemonPlace(values));
  const { clients } = await daemon.call('clientsList', {});
  if (values.json) {
    jsonLine({ clients }, stdout);
  } else if (clients.length === 0) {
    stdout.write('No browser is paired. Pair one with: npx mailprobe pair\n');
  } else {
    const now = new Date();
    const rows = clients.map(({ id, name, origin, createdAt, lastUsedAt }) => [
      id,
      name,
      origin,
      localMoment(createdAt).slice(0, 10),
      ageOf(lastUsedAt, now),
    ]);
    stdout.write(table(['ID', 'NAME', 'ORIGIN', 'PAIRED', 'LAST USED'], rows, stdout));
  }
  return exitCode.done;
}
