import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fillLog } from '../store/fill-log.ts';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('records of the log, read one after the other, in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 2_000);
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
    await log.to('#/log');
    await log.rowsAreThere();
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const focusOn = (selector: string) =>
    page.evaluate(`void document.querySelector(${JSON.stringify(selector)}).focus()`);
  const focusIsIn = (selector: string) =>
    eventually(
      async () =>
        (await page.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) || undefined,
      `the focus in ${selector}`,
    );

  it('when five are passed by quick presses, by one step back in the history', async () => {
    await log.to('#/log');
    await log.rowsAreThere();
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.records-row a[data-record]')].map((link) => link.dataset.record)",
    );
    await focusOn('.records-row a');
    await page.press('Enter');
    await page.sees('Log record');
    const entries = () => page.evaluate<number>('history.length');
    const before = await entries();
    const pressFive = (key: string) =>
      page.evaluate(`void (() => {
        for (let times = 0; times < 5; times += 1)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }));
      })()`);
    const reads = (at: number) =>
      eventually(
        async () => (await page.address()).includes(`#/log/${ids[at]}`) || undefined,
        `record ${at} of the list`,
      );
    await pressFive('ArrowRight');
    await reads(5);
    await pressFive('ArrowLeft');
    await reads(0);
    // The button that was pressed can be pressed again.
    await focusOn('[aria-keyshortcuts=ArrowRight]');
    for (let times = 0; times < 3; times += 1) await page.press('Enter');
    await reads(3);
    await focusIsIn('[aria-keyshortcuts=ArrowRight]');
    expect(await entries()).toBe(before);
    await page.back();
    await eventually(async () => (await log.focused()) === ids[3] || undefined, 'the row that was read last');
    expect(await page.address()).toMatch(/#\/log$/);
  });

  it('are answered in the columns that were chosen', async () => {
    await log.to('#/log');
    await page.click('button', 'Columns');
    await page.tick('Account', true);
    await page.click('button', 'Move Account towards the start');
    if (name === 'Chromium') await looksRight(page, 'log-columns', { widths: [1280, 360] });
    await page.reload();
    await log.rowsAreThere();
    const names = () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('.records-table th')].map((cell) => cell.innerText.trim())",
      );
    await eventually(
      async () =>
        (await names()).join() === 'Created at,Source,Level,Message,Username,Account,Created by' || undefined,
      'the chosen columns',
    );
    // What is chosen in another window is chosen in this one.
    const other = await browser.open('options.html#/log');
    await other.sees('Created at');
    await other.click('button', 'Columns');
    await other.click('button', 'Usual columns');
    await eventually(async () => (await names()).length === 6 || undefined, 'the usual columns');
    await other.close();
  });

  it('are asked of a stretch of time that is chosen above the list', async () => {
    await log.to('#/log?where=source+is+"IMAP+Auth"');
    await log.answered();
    await page.choose('Time', 'last 7 days');
    await log.crumbsBecome('Source is IMAP Auth', 'Created: last 7 days');
    await page.choose('Time', 'last hour');
    await log.crumbsBecome('Source is IMAP Auth', 'Created: last hour');
    if (name === 'Chromium') await looksRight(page, 'log-time', { widths: [1280, 360] });
    await page.choose('Time', 'any time');
    await log.crumbsBecome('Source is IMAP Auth');
    await log.to('#/log?where=created+before+today+and+level+is+Error');
    await eventually(
      async () =>
        (await page.evaluate<boolean>(
          "document.querySelector('select[aria-label=Time]').selectedOptions[0].text === 'another time'",
        )) || undefined,
      'another time',
    );
    await page.choose('Time', 'today');
    await log.crumbsBecome('Created: today', 'Level is Error');
    await log.to('#/log');
    await log.rowsAreThere();
  });

  it('are told to be cut where a text is longer than a search can be', async () => {
    await log.to('#/log');
    await log.rowsAreThere();
    const fill = (text: string) =>
      page.evaluate(`void (() => {
        const field = document.querySelector('.records-search input');
        field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    await fill('x'.repeat(1_001));
    await page.sees('Only the first 1,000 characters are searched for.');
    if (name === 'Chromium') await looksRight(page, 'log-search-cut', { widths: [1280, 360] });
    await eventually(
      async () => /[?]where=message[+]contains[+]x{1000}$/.test(await page.address()) || undefined,
      'what is searched for',
    );
    expect(await page.evaluate("document.querySelector('.records-search input').value.length")).toBe(1_001);
    await fill('');
    await log.crumbsBecome();
    expect(await page.text('.records-search-cut')).toBe('');
  });
});
