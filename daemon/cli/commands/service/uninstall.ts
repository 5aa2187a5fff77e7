import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { serviceOptions } from '../../options/service-options.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { uninstallService } from '../../service/install-service.ts';
import { thisService } from '../../service/this-service.ts';
import type { Terminal } from '../../terminal.ts';
import { printService } from './print.ts';

/** `mailprobe service uninstall`: removes what install wrote; fine when nothing is there. Throws UsageError. */
export async function uninstallAtLogin(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, serviceOptions);
  if (values.print) return printService(args, terminal);
  noWords('service uninstall', positionals);
  const { stdout } = terminal;
  const plan = thisService(daemonPlace(values), process.env);
  const removed = await uninstallService(plan);
  if (values.json) jsonLine({ removed }, stdout);
  else if (removed)
    stdout.write('Removed: the daemon no longer starts at login, and the service is stopped.\n');
  else stdout.write('There is nothing to remove: Mailprobe does not start at login.\n');
  return exitCode.done;
}
