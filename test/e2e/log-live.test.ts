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

const every = 'mailprobe.test.every';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('new records in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 1_000);
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
    await page.evaluate("void (location.hash = '#/log')");
    await page.sees('was paired');
    // The pointer must not lie in the rows.
    await page.click('button', 'Pause');
    await page.click('button', 'Resume');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  let value = 100;
  /** One record of the log each. */
  const change = (times: number) =>
    withCommandLine(daemon, async (client) => {
      for (let at = 0; at < times; at += 1) {
        value += 1;
        await client.call('propertiesSet', { name: every, value });
      }
    });
  const newest = () =>
    page.evaluate<string>("document.querySelector('.records-row .records-message')?.innerText ?? ''");
  const newestBecomes = (number: number) =>
    eventually(
      async () => (await newest()).includes(`was set to ${number}`) || undefined,
      `record ${number}`,
    );
  const scroll = (to: number) =>
    page.evaluate(`void document.querySelector('.records-box').scrollTo(0, ${to})`);
  const inSight = () =>
    page.evaluate<string>(`(() => {
      const { top } = document.querySelector('.records-box').getBoundingClientRect();
      const rows = [...document.querySelectorAll('.records-row')].filter((row) => row.getBoundingClientRect().top > top + 40);
      return rows[0].querySelector('a').dataset.record + ' ' + Math.round(rows[0].getBoundingClientRect().top);
    })()`);

  it('come in on top by themselves while nobody reads', async () => {
    await change(1);
    await newestBecomes(101);
    await change(2);
    await newestBecomes(103);
  });

  it('wait behind a button where somebody has scrolled, and nothing moves', async () => {
    await scroll(2_000);
    const before = await eventually(inSight, 'rows further down');
    await change(3);
    await page.sees('3 new records');
    expect(await inSight()).toBe(before);
    if (name === 'Chromium') await looksRight(page, 'log-fresh');
    await page.evaluate("void document.querySelector('.records-fresh').click()");
    await newestBecomes(106);
    expect(await page.evaluate("document.querySelector('.records-box').scrollTop")).toBe(0);
  });

  it('wait while it is paused, and come in when that ends', async () => {
    await page.click('button', 'Pause');
    await change(2);
    await page.sees('2 new records');
    expect(await newest()).toContain('was set to 106');
    await page.click('button', 'Resume');
    await newestBecomes(108);
  });

  it('wait on the way to the oldest, and let End go there', async () => {
    await page.press('/');
    await page.press('ArrowDown');
    await change(1);
    await page.sees('1 new record');
    await page.press('End');
    await page.sees('End of the list.');
    await eventually(async () => (await log.focusInSight()) || undefined, 'the oldest in sight');
    expect(await page.evaluate("document.querySelector('.records-box').scrollTop")).toBeGreaterThan(5_000);
    await page.press('Home');
    await newestBecomes(109);
    await page.click('button', 'Pause');
    await page.click('button', 'Resume');
  });

  it('are shown as far as they are asked for', async () => {
    await page.evaluate(
      `void (location.hash = '#/log?where=' + encodeURIComponent('message contains "set to 111"'))`,
    );
    await page.sees('No log records match');
    await change(2);
    await newestBecomes(111);
    await change(1);
    await page.sees('1 record');
    expect(await page.evaluate("document.querySelectorAll('.records-row').length")).toBe(1);
  });

  it('are told of in another order, and shown at a click', async () => {
    await page.evaluate("void (location.hash = '#/log?sort=oldest')");
    await eventually(
      async () =>
        (await page.evaluate("document.querySelector('.records-box')?.ariaBusy === 'false'")) || undefined,
      'the oldest first',
    );
    await change(1);
    await page.sees('1 new record');
    await page.evaluate("void document.querySelector('.records-fresh').click()");
    await page.sees('was set to 113');
  });

  it('that came while the companion was away are there when it is back, and what was loaded stays readable', async () => {
    await page.evaluate("void (location.hash = '#/log')");
    await newestBecomes(113);
    await daemon.stop();
    await page.sees('The companion is not running');
    expect(await newest()).toContain('was set to 113');
    await daemon.start();
    await change(1);
    await newestBecomes(114);
  });

  /** Records come until the page is told of one: what came before its stream began, no stream tells. */
  const changeUntilTold = () =>
    eventually(async () => {
      await change(1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return /\d new records?/.test(await page.evaluate<string>('document.body.innerText')) || undefined;
    }, 'new records that are told');

  it('wait also when the companion is back, where it was paused, and come in when that ends', async () => {
    await page.click('button', 'Pause');
    const before = await newest();
    await daemon.stop();
    await page.sees('The companion is not running');
    await daemon.start();
    await change(1);
    await changeUntilTold();
    expect(await newest()).toBe(before);
    await page.click('button', 'Resume');
    await newestBecomes(value);
    const after = await page.evaluate<string>("document.querySelector('.records-box').innerText");
    // Nothing that came meanwhile is left out, and nothing stands there twice.
    for (let number = 114; number <= value; number += 1)
      expect(after.split(`was set to ${number}.`), String(number)).toHaveLength(2);
  });

  it.each(['oldest', 'highest'])(
    'leave what is read where it is when the companion is back, %s first',
    async (sort) => {
      await page.evaluate(`void (location.hash = '#/log?sort=${sort}')`);
      await eventually(
        async () =>
          (await page.evaluate("document.querySelector('.records-box')?.ariaBusy === 'false'")) || undefined,
        'the other order',
      );
      // Beyond the rows that a list begins with.
      await eventually(async () => {
        await scroll(12_000);
        return (
          (await page.evaluate("document.querySelector('.records-box').scrollTop === 12_000")) || undefined
        );
      }, 'the rows further down');
      const before = await eventually(inSight, 'rows in sight');
      await daemon.stop();
      await page.sees('The companion is not running');
      await daemon.start();
      await changeUntilTold();
      expect(await inSight()).toBe(before);
    },
  );
});
