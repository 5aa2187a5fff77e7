import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { focusComesTo } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { logEntry } from '../store/examples.ts';
import { fillLog } from '../store/fill-log.ts';

const testId = '160000000000000001';
const walk = ['Line one of it.', 'Line two of it.', 'Line three of it.'];

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a person at the keyboard keeps the place in the log in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(
      daemon,
      2_000,
      walk.map((message) => ({ ...logEntry(message), testId })),
    );
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const asking = async (where: string) => {
    await log.to(`#/log?where=${encodeURIComponent(where)}`);
    await log.answered();
  };
  const focusOn = (selector: string) =>
    page.evaluate(`void document.querySelector(${JSON.stringify(selector)}).focus()`);
  const focusIsIn = (selector: string) =>
    eventually(
      async () =>
        (await page.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) || undefined,
      `the focus in ${selector}`,
    );
  let value = 100;
  /** One record of the log. */
  const change = () =>
    withCommandLine(daemon, (client) =>
      client.call('propertiesSet', { name: 'mailprobe.test.every', value: (value += 1) }),
    );

  it('when a part of the filter is taken away', async () => {
    await asking('source is "IMAP Auth" and level is Info and message contains list');
    await focusOn('.records-crumb-off');
    await page.press('Enter');
    await log.crumbsBecome('Level is Info', 'Message contains “list”');
    await focusComesTo(page, 'Remove: Level is Info');
    await page.press('Tab');
    await page.press('Tab');
    await page.press('Enter');
    await log.crumbsBecome('Level is Info');
    await focusComesTo(page, 'Remove: Level is Info');
    await page.press('Enter');
    await log.crumbsBecome();
    await focusComesTo(page, 'All records');
  });

  it('when the condition was edited as a text, or not', async () => {
    await asking('level is Info');
    await page.click('button', 'Edit as text');
    await focusIsIn('#records-where');
    await page.press('Escape');
    await focusComesTo(page, 'Edit as text');
    await page.press('Enter');
    await focusIsIn('#records-where');
    await page.press('Control+a');
    await page.type('level is Error');
    await page.press('Enter');
    await log.crumbsBecome('Level is Error');
    await focusComesTo(page, 'Edit as text');
  });

  it('when nothing fits and the last part is taken away, and from a group to its records', async () => {
    await log.to('#/log?where=level+is+Error+and+message+contains+nothinglikethis');
    await page.sees('No log records match');
    await focusOn('.note a.button');
    await page.press('Enter');
    await log.crumbsBecome('Level is Error');
    await focusIsIn('main');
    await log.to('#/log?view=level');
    await page.sees('Records');
    await eventually(async () => (await focusOn('.log-groups-table a'), true), 'the groups');
    await page.press('Enter');
    await log.crumbsBecome('Level is Info');
    await focusIsIn('main');
  });

  it('when records that waited are let in', async () => {
    await log.to('#/log');
    await log.answered();
    await page.click('button', 'Pause');
    await change();
    await page.sees('1 new record');
    await focusOn('.records-fresh');
    await page.press('Enter');
    await eventually(
      async () =>
        (
          await page.evaluate<string>(
            "document.activeElement.matches('.records-row a') ? document.activeElement.innerText : ''",
          )
        ).includes(`was set to ${value}`) || undefined,
      'the newest',
    );
    await page.click('button', 'Resume');
  });

  it('when the list is gone back to from another record than the one that was opened', async () => {
    await log.to('#/log');
    await log.rowsAreThere();
    await focusOn('.records-row a');
    const opened = await log.focused();
    await page.press('Enter');
    for (let times = 0; times < 25; times += 1) {
      const before = await page.address();
      await eventually(
        async () =>
          (await page.evaluate(
            "document.querySelector('[aria-keyshortcuts=ArrowRight]').ariaDisabled === 'false'",
          )) || undefined,
        'the next',
      );
      await page.press('ArrowRight');
      await eventually(async () => (await page.address()) !== before || undefined, 'the next record');
    }
    const last = /#\/log\/(\d+)/.exec(await page.address())?.[1] ?? '';
    await page.evaluate("void document.querySelector('.room-place a').click()");
    await eventually(async () => (await log.focused()) === last || undefined, 'the row of the last one');
    expect(last).not.toBe(opened);
    expect(
      await page.evaluate<boolean>(`(() => {
        const row = document.activeElement.closest('tr').getBoundingClientRect();
        const box = document.querySelector('.records-box').getBoundingClientRect();
        return row.top >= box.top && row.bottom <= box.bottom;
      })()`),
    ).toBe(true);
  });

  it('from a line of a conversation to the line below it', async () => {
    await log.to(`#/log?where=test+is+${testId}&view=conversation`);
    await page.sees('Line three of it.');
    await focusOn('.talk-time');
    await page.press('Enter');
    await page.sees('Line one of it.');
    await eventually(
      async () =>
        (await page.evaluate(
          "document.querySelector('[aria-keyshortcuts=ArrowRight]')?.ariaDisabled === 'false'",
        )) || undefined,
      'the next',
    );
    await page.press('ArrowRight');
    await page.sees('Line two of it.');
  });

  it('in a record whose companion goes away while it is read', async () => {
    await log.to(`#/log?where=test+is+${testId}`);
    await eventually(
      async () => (await page.text('.records-row')).includes('Line three of it.') || undefined,
      'its records',
    );
    const address = await page.evaluate<string>("document.querySelector('.records-row a').hash");
    // Read without its list.
    await log.to('#/accounts');
    await page.sees('No email accounts yet');
    await log.to(address);
    await page.sees('Line three of it.');
    await daemon.stop();
    await page.sees('The companion is not running');
    expect(await page.text('main')).toContain('Line three of it.');
    await daemon.start();
    await eventually(
      async () => !(await page.text('main')).includes('not running') || undefined,
      'the companion',
    );
    await page.sees('Line three of it.');
  });

  it('when an export begins, ends and is closed', async () => {
    await asking('level is Error');
    await page.click('button', 'Export');
    await page.press('Tab');
    await page.press('Enter');
    await page.sees(/records exported/);
    await focusComesTo(page, 'Export');
    // By a click: Firefox takes the keys after a download for its own list of them.
    await page.click('button', 'Close');
    await focusComesTo(page, 'Export');
  });
});
