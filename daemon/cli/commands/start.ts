import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { showPairingCode } from '../../../shared/session/pairing-code.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { DaemonTerminal } from '../../daemon-options.ts';
import { startDaemon } from '../../main.ts';
import { productVersion } from '../../version.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { startArguments } from '../options/start-arguments.ts';
import type { Terminal } from '../terminal.ts';

/** `mailprobe start`: the daemon, until it is told to stop. Throws UsageError. */
export async function start(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { port, directory } = startArguments(args);
  const version = productVersion();
  const signal = interruption(terminal, endAtOnce);
  const interrupted = new Promise<undefined>((done) => {
    signal.addEventListener('abort', () => done(undefined), { once: true });
  });
  const startCommand = commandOf(port, directory);
  const words = terminalWords(terminal, version);
  try {
    const daemon = await startDaemon({ port, directory, version, startCommand, terminal: words });
    const trouble = signal.aborted ? undefined : await Promise.race([daemon.over, interrupted]);
    await daemon.stop();
    if (trouble) throw trouble;
    words.say('Stopped.');
    return exitCode.done;
  } catch (error) {
    const sentences = sentencesFor(error);
    if (!sentences) throw error;
    for (const sentence of sentences) terminal.stderr.write(`${visibleText(sentence, 1024)}\n`);
    return exitCode.failed;
  }
}

/** What was acknowledged is on disk. */
function endAtOnce(): void {
  // An exit would wait for the store's thread, which may be inside SQLite for seconds.
  process.kill(process.pid, 'SIGKILL');
}

function terminalWords({ stdout }: Terminal, version: string): DaemonTerminal {
  const say = (sentence: string) => void stdout.write(`${sentence}\n`);
  return {
    say,
    ready({ port, directory, notices, paired }) {
      say(`Mailprobe ${version} is running on http://127.0.0.1:${port} (Ctrl-C stops it).`);
      say(`Data: ${visibleText(directory, 1024)}`);
      for (const notice of notices) say(visibleText(notice, 1024));
      if (paired > 0) say(`Paired browsers: ${paired}`);
    },
    code: (code) =>
      say(`Pairing code: ${showPairingCode(code)}   (type it into the extension's options page)`),
  };
}

/** What starts this daemon again from anywhere, for a POSIX shell. */
function commandOf(port: number, directory: string | undefined): string {
  const bin = fileURLToPath(new URL('../mailprobe.mjs', import.meta.url));
  const where = directory === undefined ? [] : ['--data-dir', resolve(directory)];
  return [process.execPath, bin, 'start', '--port', String(port), ...where].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The words of errors that were written for the person; `undefined` for all others. */
function sentencesFor(error: unknown): string[] | undefined {
  if (!(error instanceof Error)) return undefined;
  const told = 'refusal' in error && typeof error.refusal === 'object' ? (error.refusal ?? error) : error;
  if (!['StoreError', 'StartTrouble', 'NotPrivate', 'Refused'].includes(error.name)) return undefined;
  const repair = 'repair' in told && typeof told.repair === 'string' ? [`  ${told.repair}`] : [];
  return [error.message, ...repair];
}
