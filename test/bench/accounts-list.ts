// `node test/bench/accounts-list.ts` after a build, and a part of `npm run bench`: the list of the accounts with a thousand of
// them beside ten, and what a key in its search costs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { fillAccounts } from '../store/fill-accounts.ts';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const rounds = 11;
const typed = 'office 77';

/** All in ms, medians unless said otherwise. */
export interface AccountsListFigures {
  /** From the beginning of a reload until rows are painted. */
  openTen: number;
  openThousand: number;
  /** At most 2 is wanted. */
  ratio: number;
  /** What the main thread does for one key in the search over a thousand accounts, with drawing; below 16 is wanted. */
  key: number;
  worstKey: number;
  /** Of the reply with a thousand accounts, each with twenty tests. */
  octets: number;
}

export async function measureAccountsList(): Promise<AccountsListFigures> {
  await using few = await opened(10);
  await using many = await opened(1000);
  const times = { few: [] as number[], many: [] as number[] };
  // Side by side, so that a busy machine slows both alike; the first round warms up.
  for (let round = 0; round <= rounds; round++)
    for (const [name, { page }] of Object.entries({ few, many }) as ['few' | 'many', Opened][]) {
      await page.bringToFront();
      const ms = await openedAfter(page);
      if (round > 0) times[name].push(ms);
    }
  const [openTen, openThousand] = [median(times.few), median(times.many)];
  const keys = await keysOf(many.page);
  const reply = await withCommandLine(many.daemon, (client) => client.call('accountsList', {}));
  return {
    openTen,
    openThousand,
    ratio: rounded(openThousand / openTen),
    key: median(keys),
    worstKey: rounded(Math.max(...keys)),
    octets: Buffer.byteLength(JSON.stringify(reply)),
  };
}

interface Opened extends AsyncDisposable {
  readonly page: Page;
  readonly daemon: DaemonProcess;
}

/** A browser whose extension is paired with a daemon that has so many accounts. */
async function opened(accounts: number): Promise<Opened> {
  const daemon = await daemonProcess();
  await fillAccounts(daemon, accounts);
  const profile = await mkdtemp(join(tmpdir(), 'mailprobe-list-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--disable-extensions-except=${built}`,
      `--load-extension=${built}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const [, , id = ''] = worker.url().split('/');
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript(`(${tellWhenShown})()`);
  await page.goto(`chrome-extension://${id}/options.html#/companion`);
  await page.getByLabel('Pairing code', { exact: true }).fill(await daemon.pairingCode());
  await page.getByLabel('Port', { exact: true }).fill(String(daemon.port));
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.locator('.account-row').first().waitFor();
  return {
    page,
    daemon,
    async [Symbol.asyncDispose]() {
      await context.close();
      await daemon[Symbol.asyncDispose]();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs in the page before all else: notes when the frame with the first row has been painted. */
const tellWhenShown = `() => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.account-row')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { globalThis.shownAt = performance.now(); };
      port2.postMessage(0);
    });
  }).observe(document, { childList: true, subtree: true });
}`;

async function openedAfter(page: Page): Promise<number> {
  await page.reload();
  for (;;) {
    const shownAt = await page.evaluate<number | undefined>('globalThis.shownAt');
    if (shownAt !== undefined) return shownAt;
    await page.waitForTimeout(20);
  }
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string }; readonly name?: string };
}

/** What the main thread was busy with from each key to the next one, by a trace of the browser. */
async function keysOf(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.locator('#find-accounts').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline,__metadata',
  });
  for (const key of typed) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(150);
  }
  const events = await tracedBy(session);
  const downs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  const tasks = events.filter(({ name, dur }) => name === 'RunTask' && dur !== undefined);
  const ofKeys = downs.map(({ ts, pid, tid }, at) => {
    const until = downs[at + 1]?.ts ?? ts + 150_000;
    const own = tasks.filter((task) => task.pid === pid && task.tid === tid);
    const busy = own.filter((task) => task.ts + (task.dur ?? 0) > ts && task.ts < until - 1_000);
    return busy.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
  if (ofKeys.length !== typed.length) throw new Error(`The trace has ${ofKeys.length} keys.`);
  return ofKeys;
}

async function tracedBy(session: CDPSession): Promise<TraceEvent[]> {
  const complete = new Promise<string>((resolve) => {
    session.on('Tracing.tracingComplete', ({ stream }) => resolve(stream ?? ''));
  });
  await session.send('Tracing.end');
  const handle = await complete;
  let text = '';
  for (;;) {
    const { data, eof } = await session.send('IO.read', { handle });
    text += data;
    if (eof) break;
  }
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}

function median(values: readonly number[]): number {
  return rounded(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** As a person reads them. */
export function accountsListLine({
  openTen,
  openThousand,
  ratio,
  key,
  worstKey,
  octets,
}: AccountsListFigures) {
  return (
    `accounts: 1,000 are shown after ${openThousand} ms, 10 after ${openTen} ms: ${ratio} times (at most 2 is wanted); ` +
    `a key in the search ${key} ms, the worst ${worstKey} ms (less than 16 is wanted); ${octets} octets for all`
  );
}

if (import.meta.main) console.log(accountsListLine(await measureAccountsList()));
