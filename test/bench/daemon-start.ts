// How soon the daemon answers after its second start, beside a bare Hono server: `node test/bench/daemon-start.ts`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const rounds = 9;

export interface StartTimes {
  /** Medians in milliseconds from the spawn to the first 204. */
  daemonMs: number;
  honoMs: number;
  ratio: number;
  /** To the moment at which the daemon says that all of it works. */
  wholeMs: number;
}

/** Both by this Node, in turn, so that a busy machine is busy for both. */
export async function measureDaemonStart(): Promise<StartTimes> {
  const home = await mkdtemp(join(tmpdir(), 'mailprobe-bench-'));
  const port = await freePort();
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const launcher = here('../../daemon/cli/mailprobe.mjs');
  const daemon = [launcher, 'start', '--port', String(port), '--data-dir', join(home, 'data')];
  const hono = [here('bare-hono.mjs'), String(port)];
  try {
    // The first start makes the keys, the database, and the compile cache.
    for (let warmUp = 0; warmUp < 2; warmUp++) for (const args of [daemon, hono]) await startOnce(args, port);
    const times: { daemon: number[]; whole: number[]; hono: number[] } = { daemon: [], whole: [], hono: [] };
    for (let round = 0; round < rounds; round++) {
      const { firstMs, wholeMs } = await startOnce(daemon, port);
      times.daemon.push(firstMs);
      times.whole.push(wholeMs);
      times.hono.push((await startOnce(hono, port)).firstMs);
    }
    const [daemonMs, honoMs] = [median(times.daemon), median(times.hono)];
    const ratio = Number((daemonMs / honoMs).toFixed(2));
    return { daemonMs, honoMs, ratio, wholeMs: median(times.whole) };
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function startOnce(args: string[], port: number) {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} has ended.`);
    await sleep(1);
  }
  const firstMs = performance.now() - began;
  // The daemon is let start to its end: one that is stopped in between has written no cache.
  if (args.includes('start'))
    while (!said.includes('is running')) await Promise.race([once(child.stdout, 'data'), ended]);
  const wholeMs = performance.now() - began;
  child.kill('SIGTERM');
  await ended;
  return { firstMs, wholeMs };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ host: '127.0.0.1', port, path: '/', agent: false }, (reply) => {
      reply.resume();
      resolve(reply.statusCode === 204);
    });
    probe.on('error', () => resolve(false));
    probe.end();
  });
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
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

if (import.meta.main) console.table(await measureDaemonStart());
