import type { CDPSession, Page } from 'playwright-core';

const typed = 'office 77';
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';
const rounds = 7;
/** From a key to the next: long enough for all that it causes. */
const betweenKeysMs = 200;

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of its thread. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/**
 * What is typed into the search over the accounts, key by key, and what each cost the main thread in each round: its
 * processor time in all tasks from the key to the paint of what was found, by traces of the browser. The first round warms up.
 */
export async function keyCosts(page: Page): Promise<{ key: string; ms: number[] }[]> {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  const keys = [...typed].map((key, at) => ({ key: typed.slice(0, at + 1), press: key, ms: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    await page.locator('#find-accounts').focus();
    await rest(session);
    const costs = await costsOf(session, async () => {
      for (const { press } of keys) {
        await page.keyboard.press(press === ' ' ? 'Space' : press);
        // A browser without a window may put its next frame off until something else happens.
        await session.send('Runtime.evaluate', { expression: painted, awaitPromise: true });
        await page.waitForTimeout(betweenKeysMs);
      }
    });
    if (costs.length !== keys.length) throw new Error(`The trace has ${costs.length} keys.`);
    if (round > 0) for (const [at, { ms }] of keys.entries()) ms.push(costs[at] ?? 0);
    await page.keyboard.press('Escape');
  }
  return keys;
}

/** Waits until the page has nothing to do. */
async function rest(session: CDPSession): Promise<void> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  let before = await busy();
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await busy();
    quiet = now - before < 0.005 ? quiet + 1 : 0;
    before = now;
  }
  await session.send('Performance.disable');
}

/** For each key that is pressed meanwhile: processor time of the main thread from it to the end of its frame. */
async function costsOf(session: CDPSession, press: () => Promise<void>): Promise<number[]> {
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    categories: 'devtools.timeline,disabled-by-default-devtools.timeline,__metadata',
  });
  await press();
  const events = await tracedBy(session);
  const downs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  return downs.map(({ ts, pid, tid }) => {
    const own = events.filter((event) => event.pid === pid && event.tid === tid);
    const typing = own.find(
      ({ name, args, ts: at }) => at >= ts && args.data?.type === 'input' && name === 'EventDispatch',
    );
    const frame = own.find(({ name, ts: at }) => name === 'Commit' && at > (typing?.ts ?? Infinity));
    if (!frame) throw new Error('A key was not painted.');
    // The task of a key begins before the key is dispatched, that of its frame ends after the commit.
    const tasks = own.filter(
      ({ name, ts: at, dur = 0 }) => name === 'RunTask' && at + dur > ts && at <= frame.ts,
    );
    return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  });
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
