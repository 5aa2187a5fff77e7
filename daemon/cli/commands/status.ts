import { CommandFailure } from '../command-failure.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { startCommandOf } from '../client/start-hint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { daemonOptions, type DaemonPlace, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { noWords } from '../options/words.ts';
import { jsonLine } from '../report/json-line.ts';
import { statusText } from '../report/status-text.ts';
import type { Terminal } from '../terminal.ts';

/** `mailprobe status`: what the running daemon says of itself; exit code 3 when there is none. Throws UsageError. */
export async function status(args: readonly string[], { stdout }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, daemonOptions);
  noWords('status', positionals);
  const place = daemonPlace(values);
  try {
    const daemon = await openDaemon(place);
    const said = await daemon.call('status', {});
    const { clients } = await daemon.call('clientsList', {});
    const address = `127.0.0.1:${daemon.port}`;
    if (values.json) jsonLine({ running: true, address, ...said, clients }, stdout);
    else stdout.write(statusText({ address, status: said, clients, now: new Date() }, stdout));
    return exitCode.done;
  } catch (error) {
    if (values.json && isAbsent(error)) jsonLine(absence(place), stdout);
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof CommandFailure && error.code === exitCode.daemonNeeded;
}

function absence(place: DaemonPlace) {
  return { running: false, dataDirectory: place.directory, startCommand: startCommandOf(place) };
}
