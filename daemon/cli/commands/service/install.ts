import { CommandFailure } from '../../command-failure.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { type DaemonPlace, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { serviceOptions } from '../../options/service-options.ts';
import { noWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { serviceText } from '../../report/service-text.ts';
import { installService } from '../../service/install-service.ts';
import { thisService } from '../../service/this-service.ts';
import type { Terminal } from '../../terminal.ts';
import { printService } from './print.ts';

/** `mailprobe service install`: the daemon starts at every login, and now if none runs. Throws UsageError. */
export async function installAtLogin(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, serviceOptions);
  if (values.print) return printService(args, terminal);
  noWords('service install', positionals);
  const { stdout } = terminal;
  const place = daemonPlace(values);
  const plan = thisService(place, process.env);
  const running = await isRunning(place);
  await installService(plan, { startNow: !running });
  if (values.json) {
    jsonLine({ installed: plan.path, startedNow: !running }, stdout);
    return exitCode.done;
  }
  stdout.write(serviceText(plan));
  stdout.write(
    running
      ? 'Installed. A daemon runs already and goes on; from the next login on it is started for you.\n'
      : 'Installed and started; from now on the daemon starts at every login.\n',
  );
  stdout.write(
    'A code for a browser: npx mailprobe pair. To take it back: npx mailprobe service uninstall\n',
  );
  return exitCode.done;
}

async function isRunning(place: DaemonPlace): Promise<boolean> {
  try {
    const daemon = await openDaemon(place);
    await daemon.call('status', {});
    return true;
  } catch (error) {
    if (error instanceof CommandFailure) return error.code !== exitCode.daemonNeeded;
    throw error;
  }
}
