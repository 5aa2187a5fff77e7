import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fillLog } from '../store/fill-log.ts';

const count = 30_000;
/** Rows in the document, whatever is seen of the list. */
const mostRows = 70;
const longestBlankMs = 100;

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a log of thirty thousand records in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, count);
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
    await log.to('#/log');
    await log.rowsAreThere();
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it('is not loaded with the page', async () => {
    const other = await browser.open('options.html#/accounts');
    try {
      const files = () =>
        other.evaluate<string[]>(
          "[...document.querySelectorAll('link')].map(({ href }) => href).filter((file) => file.includes('/log-room-'))",
        );
      await other.sees('No email accounts yet');
      expect(await files()).toEqual([]);
      await other.evaluate("void (location.hash = '#/log')");
      await eventually(async () => ((await files()).length > 0 ? true : undefined), 'the files of the log');
    } finally {
      await other.close();
    }
  });

  it('is a table of which few rows are drawn; the count comes by itself', async () => {
    expect(await log.drawn()).toBeGreaterThan(10);
    expect(await log.drawn()).toBeLessThanOrEqual(mostRows);
    await page.sees(/30,00\d records/);
    if (name === 'Chromium') await looksRight(page, 'log-many', { widths: [1920, 1280, 760, 360] });
  });

  it('goes by wheel as far as a hand turns it, and no rows are missing for longer than 100 ms', async () => {
    await log.watchBlanks();
    await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('.records-box');
      const end = performance.now() + 6000;
      // As a wheel that is turned without a rest: 2,400 px a second in Firefox’s and Chromium’s own steps would be slow.
      const turn = () => {
        box.scrollBy(0, 400);
        if (performance.now() < end) requestAnimationFrame(turn); else done();
      };
      turn();
    })`);
    const { longest, frames } = await log.blanksSeen();
    const [top, rows] = await page.evaluate<[number, number]>(
      `[document.querySelector('.records-box').scrollTop, document.querySelectorAll('.records-row').length]`,
    );
    console.info(
      `${name}: ${Math.round(top / 34)} rows in 6 s, ${frames} frames, longest blank ${Math.round(longest)} ms`,
    );
    expect(frames).toBeGreaterThan(60);
    expect(top / 34).toBeGreaterThan(1_000);
    expect(rows).toBeLessThanOrEqual(mostRows);
    expect(longest).toBeLessThanOrEqual(longestBlankMs);
  });

  it('comes back to what was dropped meanwhile', async () => {
    await page.evaluate("void document.querySelector('.records-box').scrollTo(0, 0)");
    await eventually(
      async () =>
        (await page.evaluate("document.querySelector('.records-row')?.dataset.row === '0'")) || undefined,
      'the first row',
      2_000,
    );
  });

  it('leads to the oldest by End, from there upwards, and back by Home', async () => {
    await page.press('/');
    await page.press('ArrowDown');
    const newest = await eventually(async () => (await log.focused()) || undefined, 'the focus');
    await log.watchBlanks();
    await page.press('End');
    const oldest = await eventually(
      async () => ((await log.focused()) !== newest && (await log.focused())) || undefined,
      'the oldest',
    );
    await page.sees('End of the list.');
    // The rows before it come meanwhile, and move it nowhere.
    await sleep(700);
    expect(await log.focusInSight()).toBe(true);
    expect((await log.blanksSeen()).longest).toBeLessThanOrEqual(longestBlankMs);
    for (let times = 0; times < 15; times += 1) await page.press('PageUp');
    const above = await log.focused();
    expect(above > oldest).toBe(true);
    await page.press('ArrowDown');
    expect((await log.focused()) < above).toBe(true);
    await page.press('Home');
    await eventually(async () => (await log.focused()) === newest || undefined, 'the newest');
  });
});
