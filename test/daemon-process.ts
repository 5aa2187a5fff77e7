import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../daemon/cli/mailprobe.mjs', import.meta.url));

/** A data directory and a port of their own, and the daemon that `mailprobe start` runs on them, again and again. */
export interface DaemonProcess extends AsyncDisposable {
  readonly port: number;
  readonly directory: string;
  readonly pid: number;
  /** All that stood on its terminal since it was made, over all starts. */
  readonly output: string;
  /** Resolves when it answers. */
  start(): Promise<void>;
  /** Ends it and waits for that; gives the exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  /** The newest pairing code on its terminal. */
  pairingCode(): Promise<string>;
}

export interface DaemonProcessOptions {
  /** Beside PATH and HOME; a session bus with a keyring, a certificate authority to trust. */
  env?: NodeJS.ProcessEnv;
}

/** The daemon is started before this resolves. */
export async function daemonProcess({ env = {} }: DaemonProcessOptions = {}): Promise<DaemonProcess> {
  const home = await mkdtemp(join(tmpdir(), 'mailprobe-daemon-'));
  const directory = join(home, 'data');
  const port = await freePort();
  const bare = { PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' };
  let child: ChildProcess | undefined;
  let output = '';

  async function start(): Promise<void> {
    const args = [launcher, 'start', '--port', String(port), '--data-dir', directory];
    const started = spawn(process.execPath, args, {
      env: { ...bare, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    for (const deadline = performance.now() + 20_000; !(await answers(port)); await sleep(20)) {
      if (started.exitCode !== null) throw new Error(`The daemon ended at once:\n${output}`);
      if (performance.now() > deadline) throw new Error(`The daemon does not answer:\n${output}`);
    }
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null)
      return running?.exitCode ?? null;
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
    return running.exitCode;
  }

  await start();
  return {
    port,
    directory,
    get pid() {
      return child?.pid ?? 0;
    },
    get output() {
      return output;
    },
    start,
    stop,
    async pairingCode() {
      for (const deadline = performance.now() + 10_000; ; await sleep(20)) {
        const code = output.match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g)?.at(-1);
        if (code) return code;
        if (performance.now() > deadline) throw new Error(`There is no pairing code:\n${output}`);
      }
    },
    async [Symbol.asyncDispose]() {
      await stop('SIGKILL');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The one empty route that needs no proof. */
async function answers(port: number): Promise<boolean> {
  const reply = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  return reply?.status === 204;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No port was given.');
  return address.port;
}
