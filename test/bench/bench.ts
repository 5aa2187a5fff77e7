// `npm run bench`: counts first (flights, octets), then times beside a peer in the same run, and the Main Log with a million records. `--json FILE` keeps the figures.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { accountTypes, type AccountType } from '../../shared/account.ts';
import { type Proxy, type ProxyCounts, proxy } from '../servers/proxy.ts';
import { startRealServers } from '../servers/real/real-servers.ts';
import { smallUser } from '../servers/real/users.ts';
import { pem, walk } from '../walk.ts';
import { accountsListLine, measureAccountsList, promisedOfAccountsList } from './accounts-list.ts';
import { measureDaemonStart } from './daemon-start.ts';
import { measureLettersFetch, promisedOfLettersFetch } from './letters-fetch.ts';
import { measureLogScrolling, promisedOfLogScrolling } from './log-scrolling.ts';
import { measureMainLog, promisedOfMainLog } from './main-log.ts';
import { peers } from './peers.ts';
import { tellPromised } from './promised.ts';

const rounds = 7;

interface Row {
  type: AccountType;
  program: string;
  flights: number;
  octetsOut: number;
  octetsIn: number;
  /** Median of the rounds, over 100 ms of round trip. */
  ms: number;
}

const { json } = parseArgs({ options: { json: { type: 'string' } } }).values;
await using servers = await startRealServers();
const ca = pem(servers.ca);
const rows: Row[] = [];
for (const type of accountTypes) {
  const port = { smtp: servers.ports.smtps, imap: servers.ports.imaps, pop3: servers.ports.pop3s }[type];
  const ours = await measure(port, async (through) => {
    const { verdict } = await walk({ type, security: 'ssl', port: through.port, ...smallUser }, { ca });
    if (verdict !== 'passed') throw new Error(`The ${type} test did not pass.`);
  });
  const peer = peers[type];
  const theirs = await measure(port, (through) => peer.run(through.port, smallUser, servers.ca));
  rows.push({ type, program: 'mailprobe', ...ours }, { type, program: peer.name, ...theirs });
  console.log(`${type}s: ${(ours.ms / theirs.ms).toFixed(2)} of the time of ${peer.name}`);
}
console.table(rows);
const start = await measureDaemonStart();
console.log(`start: ${start.ratio} of the time of a bare Hono server`);
console.table([start]);
const mainLog = await measureMainLog();
tellPromised(promisedOfMainLog(mainLog));
const logScrolling = await measureLogScrolling();
tellPromised(promisedOfLogScrolling(logScrolling));
const accountsList = await measureAccountsList();
console.log(accountsListLine(accountsList));
tellPromised(promisedOfAccountsList(accountsList));
const lettersFetch = await measureLettersFetch();
console.table(lettersFetch);
tellPromised(promisedOfLettersFetch(lettersFetch));
if (json)
  await writeFile(
    json,
    `${JSON.stringify({ tests: rows, start, mainLog, logScrolling, accountsList, lettersFetch }, null, 2)}
`,
  );

/** One round to warm up, then the rest: medians of time, counts of the last. */
async function measure(port: number, work: (through: Proxy) => Promise<unknown>) {
  const times: number[] = [];
  let counts: ProxyCounts | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    await using through = await proxy({ port, delayMs: 50 });
    const started = performance.now();
    await work(through);
    if (round > 0) times.push(performance.now() - started);
    counts = { ...through.counts };
  }
  const ms = Math.round(times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
  return {
    flights: counts?.clientFlights ?? 0,
    octetsOut: counts?.bytesFromClient ?? 0,
    octetsIn: counts?.bytesFromServer ?? 0,
    ms,
  };
}
