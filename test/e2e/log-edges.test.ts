import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { fillLog } from '../store/fill-log.ts';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('where the log has its limits in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 4_000);
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const counted = () =>
    page.evaluate<number>(
      "[...document.querySelectorAll('.log-groups-table tbody td.log-groups-count')].reduce((sum, { innerText }) => sum + Number(innerText.replaceAll(/\\D/g, '')), 0)",
    );
  const isThere = (selector: string) => page.evaluate<boolean>(`!!document.querySelector('${selector}')`);

  it('groups count what comes in, as the number above them does', async () => {
    await log.to('#/log?view=level');
    const before = await eventually(async () => (await counted()) || undefined, 'the groups');
    await withCommandLine(daemon, (client) =>
      client.call('propertiesSet', { name: 'mailprobe.test.every', value: before }),
    );
    await eventually(async () => (await counted()) === before + 1 || undefined, 'one more');
    await page.sees(`${(before + 1).toLocaleString('en')} records`);
  });

  it('of many groups the page says that these are the largest, and no more than that', async () => {
    await log.to('#/log?view=test');
    await page.sees('Only the 200 largest groups are shown.');
    expect(await page.text('main')).not.toContain('in time');
  });

  it('a condition of fifty rules leaves room for its records', async () => {
    const rules = Array.from({ length: 50 }, (_, n) => `message does not contain nothing${n}`);
    await log.to(`#/log?where=${encodeURIComponent(rules.join(' and '))}`);
    await page.sees('Message does not contain “nothing49”');
    await log.rowsAreThere();
    for (const width of [1280, 360]) {
      await page.look({ width, height: 800 });
      const [top, height] = await page.evaluate<[number, number]>(
        "(({ top, height }) => [top, height])(document.querySelector('.records-box').getBoundingClientRect())",
      );
      expect(top + height, `${width}`).toBeLessThanOrEqual(801);
    }
    await page.look({ width: 1280 });
    if (name === 'Chromium') await looksRight(page, 'log-fifty', { widths: [1280, 360] });
  });

  it('a condition that cannot be read shows no records, and claims none', async () => {
    await log.to('#/log?where=colour+is+red');
    await page.sees('This condition cannot be read.');
    expect(await isThere('.records-crumb-all[aria-current]')).toBe(false);
    // What was typed there would join no condition, and be lost.
    expect(await isThere('.records-search input:disabled')).toBe(true);
    await page.click('button', 'Cancel');
    await log.rowsAreThere();
    expect(await isThere('.records-crumb-all[aria-current]')).toBe(true);
    expect(await isThere('.records-search input:disabled')).toBe(false);
  });
});
