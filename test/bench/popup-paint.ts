// `node test/bench/popup-paint.ts` after a build: how much later the popup is painted than an empty page of the same extension.
// Ends with 1 when it is too late.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { tellPromised } from './promised.ts';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const rounds = 25;
const mostRatio = 1.3;
const pages = ['empty.html', 'popup.html'] as const;

const folder = await mkdtemp(join(tmpdir(), 'mailprobe-paint-'));
const extension = join(folder, 'extension');
await cp(built, extension, { recursive: true });
await writeFile(join(extension, 'empty.html'), '<!doctype html><meta charset="utf-8"><title>.</title>.');
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const [, , id = ''] = worker.url().split('/');
const origin = `chrome-extension://${id}`;
const times = { 'empty.html': [] as number[], 'popup.html': [] as number[] };
// Side by side, so that a busy machine slows both alike; the first round warms up.
for (let round = 0; round <= rounds; round++)
  for (const page of pages) {
    const ms = await firstPaint(context, `${origin}/${page}`);
    if (round > 0) times[page].push(ms);
  }
const [empty, popup] = pages.map((page) => median(times[page]));
const ratio = Math.round(((popup ?? Number.NaN) / (empty ?? Number.NaN)) * 100) / 100;
console.log(`first contentful paint: popup ${popup} ms, empty page ${empty} ms: ${ratio} times`);
await context.close();
await rm(folder, { recursive: true, force: true });
tellPromised([
  { what: 'the first paint of the popup, times that of an empty page', figure: ratio, atMost: mostRatio },
]);

async function firstPaint(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  await page.goto(url);
  const ms = await page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true }))`,
  );
  await page.close();
  return ms;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0);
}
