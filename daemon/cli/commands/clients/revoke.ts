import { Client } from '../../../../shared/client.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** `mailprobe clients revoke ID`: that browser is refused from now on. Throws UsageError. */
export async function revokeClient(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  const [id] = exactWords('clients revoke', ['ID'], positionals);
  if (!Client.shape.id.safeParse(id).success) {
    throw new UsageError('clients revoke: a client id is 32 hex digits; npx mailprobe clients lists them.');
  }
  const daemon = await openDaemon(daemonPlace(values));
  await daemon.call('clientsRevoke', { id });
  if (values.json) jsonLine({ revoked: id }, stdout);
  else stdout.write(`Revoked: ${id}. This browser has no access any more.\n`);
  return exitCode.done;
}
