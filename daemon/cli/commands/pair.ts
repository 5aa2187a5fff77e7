import { setTimeout as pause } from 'node:timers/promises';
import { makePairingCode, showPairingCode } from '../../../shared/session/pairing-code.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { type OpenDaemon, openDaemon } from '../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { noWords } from '../options/words.ts';
import { jsonLine } from '../report/json-line.ts';
import type { Terminal } from '../terminal.ts';

const options = { ...daemonOptions, 'no-wait': { type: 'boolean', default: false } } as const;

/** Security §3: a window that the command line opens. */
const windowSeconds = 120;

/** `mailprobe pair`: a code for one more browser. Throws UsageError. */
export async function pair(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  noWords('pair', positionals);
  const { stdout } = terminal;
  const daemon = await openDaemon(daemonPlace(values));
  const before = await clientIds(daemon);
  const code = makePairingCode();
  await daemon.call('pairOpen', {}, { code });
  const deadline = performance.now() + windowSeconds * 1000;
  const shown = showPairingCode(code);
  if (values.json) {
    jsonLine({ code: shown, seconds: windowSeconds, port: daemon.port }, stdout);
    return exitCode.done;
  }
  stdout.write(
    `Pairing code: ${shown}\n` +
      `Type it into the Mailprobe extension (Companion, Pair); the daemon's port is ${daemon.port}.\n` +
      `It holds for ${windowSeconds} seconds and for one browser.\n`,
  );
  if (values['no-wait'] || !stdout.isTTY) return exitCode.done;
  return waitForBrowser(daemon, before, deadline, terminal);
}

async function waitForBrowser(
  daemon: OpenDaemon,
  before: ReadonlySet<string>,
  deadline: number,
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdout, stderr } = terminal;
  const signal = interruption(terminal);
  stdout.write('Waiting for the browser. Ctrl-C ends this command; the code holds on.\n');
  while (performance.now() < deadline) {
    await pause(1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return exitCode.done;
    const { clients } = await daemon.call('clientsList', {});
    const added = clients.find(({ id }) => !before.has(id));
    if (added) {
      stdout.write(`Paired: ${visibleText(added.name)}, ${visibleText(added.origin)}\n`);
      return exitCode.done;
    }
  }
  stderr.write('No browser was paired in this time; the code is void. For a new one: npx mailprobe pair\n');
  return exitCode.failed;
}

async function clientIds(daemon: OpenDaemon): Promise<ReadonlySet<string>> {
  const { clients } = await daemon.call('clientsList', {});
  return new Set(clients.map(({ id }) => id));
}
