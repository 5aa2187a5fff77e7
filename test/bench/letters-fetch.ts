// 10,000 letters fetched from a real Dovecot for the first time: `node test/bench/letters-fetch.ts [LETTERS]`. Exits with 1 where a promise is not kept.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../servers/real/ports.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { glibcSettings } from '../../daemon/cli/glibc-settings.mjs';
import { cliClient } from '../api/cli-client.ts';
import { startRealServers } from '../servers/real/real-servers.ts';
import type { MailUser } from '../servers/real/users.ts';
import type { Gaps } from '../store/loop-gaps.ts';
import { settingsOf } from '../walk.ts';
import { benchLetter } from './bench-letter.ts';
import { type Promised, tellPromised } from './promised.ts';

interface Row {
  type: 'imap' | 'pop3';
  letters: number;
  seconds: number;
  lettersASecond: number;
  /** The longest that the main thread itself was busy, and the longest between two turns. */
  loopBusyMs: number;
  loopMs: number;
  /** The whole daemon: begun, after a test of the account, the most while it fetched, and when it had done. */
  freshMb: number;
  beforeMb: number;
  peakMb: number;
  afterMb: number;
  /** Of the most, what is not Node's program and libraries as they stand on disk, which every other Node process shares. */
  ownMb: number;
  /** What fetching adds at most. */
  addedMb: number;
  secondLetters: number;
  secondMs: number;
}

export async function measureLettersFetch(letters = 10_000): Promise<Row[]> {
  const uids = Array.from({ length: letters }, (_, at) => at + 1);
  const reader: MailUser = { username: 'reader', password: 'pw-Reader-10k', uids, letterOf: benchLetter };
  // Whose fetch fills the compile cache: a first start after an update strips the types of all sources, which takes 35 MB.
  const few: MailUser = { ...reader, username: 'few', uids: uids.slice(0, 20) };
  await using servers = await startRealServers([reader, few]);
  const { ca, ports } = servers;
  await measured('imap', ports.imaps, { reader: few, ca });
  await measured('pop3', ports.pop3s, { reader: few, ca });
  return [
    await measured('imap', ports.imaps, { reader, ca }),
    await measured('pop3', ports.pop3s, { reader, ca }),
  ];
}

async function measured(
  type: 'imap' | 'pop3',
  port: number,
  { reader, ca }: { reader: MailUser; ca: string },
): Promise<Row> {
  const home = mkdtempSync(join(tmpdir(), 'mailprobe-bench-'));
  const directory = join(home, 'data');
  const program = fileURLToPath(new URL('watched-daemon.mjs', import.meta.url));
  const { imap: daemonPort } = await freePorts();
  const child = fork(program, ['--port', String(daemonPort), '--data-dir', directory], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // As the service begins it.
    env: { ...glibcSettings, PATH: process.env['PATH'], HOME: home, NODE_EXTRA_CA_CERTS: ca },
  });
  const pid = child.pid ?? 0;
  try {
    await running(child);
    await settled();
    const freshMb = memoryMb(pid, 'VmRSS');
    const client = await cliClient({ directory, port: daemonPort });
    const { username, password } = reader;
    const connection = settingsOf({ type, security: 'ssl', port, username });
    const account = { name: type, label: '', active: true, connection };
    const accountId = (await client.call('accountsCreate', { account }, { password })).account.id;
    await tested(client, accountId);
    await settled();
    const beforeMb = memoryMb(pid, 'VmRSS');
    // The kernel counts the most anew (proc(5)).
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    child.send('begin');
    const began = performance.now();
    const first = await fetched(client, accountId);
    const ms = performance.now() - began;
    const gaps = await ask<Gaps>(child, 'gaps');
    const peakMb = memoryMb(pid, 'VmHWM');
    await settled();
    const afterMb = memoryMb(pid, 'VmRSS');
    const ownMb = peakMb - memoryMb(pid, 'RssFile');
    const again = performance.now();
    const second = await fetched(client, accountId);
    return {
      type,
      letters: first,
      seconds: Math.round(ms / 100) / 10,
      lettersASecond: Math.round((first / ms) * 1_000),
      loopBusyMs: rounded(gaps.worstBusyMs),
      loopMs: rounded(gaps.worstMs),
      freshMb,
      beforeMb,
      peakMb,
      afterMb,
      ownMb,
      addedMb: peakMb - beforeMb,
      secondLetters: second,
      secondMs: Math.round(performance.now() - again),
    };
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** So that what the start or a test threw away is not counted as kept. */
const settled = () => sleep(2_000);

async function running(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  child.once('exit', () => reject(new Error('The daemon has ended.')));
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString();
    if (said.includes('is running')) resolve();
  });
  await promise;
}

/** The mail library is loaded with the first test of its type, as ever. */
async function tested(client: DaemonClient, accountId: string): Promise<void> {
  const { testId } = await client.call('testsStart', { accountId });
  for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
    if (event.type === 'finished' && event.verdict !== 'passed') throw new Error('The test did not pass.');
}

async function fetched(client: DaemonClient, accountId: string): Promise<number> {
  for await (const line of client.stream('lettersFetch', { accountId }, new AbortController().signal)) {
    if (line.type === 'refused') throw new Error(line.refusal.message);
    if (line.type !== 'finished') continue;
    if (line.failure) throw new Error(`${line.stage}: ${line.failure.kind} ${line.failure.detail}`);
    return line.letters;
  }
  throw new Error('The fetch did not end.');
}

/** As the kernel counts it: now, or at most. */
function memoryMb(pid: number, name: 'VmRSS' | 'VmHWM' | 'RssFile'): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm');
  const kilobytes = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function ask<T>(child: ChildProcess, question: string): Promise<T> {
  const answer = once(child, 'message');
  child.send(question);
  const [value] = (await answer) as [T];
  return value;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

export function promisedOfLettersFetch(rows: readonly Row[], letters = 10_000): Promised[] {
  return rows.flatMap(({ type, letters: first, loopBusyMs, ownMb, addedMb, secondLetters }) => [
    { what: `${type}: letters of the first fetch`, figure: first, atLeast: letters },
    { what: `${type}: letters of the second fetch`, figure: secondLetters, atMost: 0 },
    { what: `${type}: the event loop was blocked, ms`, figure: loopBusyMs, atMost: 20 },
    // Of all that the kernel counts for it (peakMb) Node's own program is 61, which nothing of ours makes smaller.
    { what: `${type}: memory of the daemon's own while it fetches, MB`, figure: ownMb, atMost: 150 },
    // Its threads and the mail library are there before.
    { what: `${type}: of it, added by fetching, MB`, figure: addedMb, atMost: 75 },
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const letters = Number(process.argv[2] ?? 10_000);
  const rows = await measureLettersFetch(letters);
  console.table(rows);
  tellPromised(promisedOfLettersFetch(rows, letters));
}
