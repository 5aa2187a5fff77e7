import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { fillLog } from '../store/fill-log.ts';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('what is pressed at once in the log, in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 500);
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  /** Whether the focus is there for the first key after all that `act` led to is drawn, before anything is painted. */
  const focusAfter = (act: string, selector: string) =>
    page.evaluate<boolean>(`(async () => {
      await (${act});
      for (let turn = 0; turn < 20; turn += 1) await undefined;
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
      return document.activeElement.matches(${JSON.stringify(selector)});
    })()`);
  const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
  const moved = "new Promise((done) => addEventListener('hashchange', done, { once: true }))";
  const isThere = (selector: string) =>
    eventually(
      async () => (await page.evaluate<boolean>(`!!document.querySelector('${selector}')`)) || undefined,
      selector,
    );

  it('goes on from the title of a record that was opened', async () => {
    await log.to('#/log');
    await log.rowsAreThere();
    expect(await focusAfter(`${click('.records-row a')}, ${moved}`, '.room-title')).toBe(true);
  });

  it('is typed into the new name of a filter, and goes on from its row when that is given up', async () => {
    await log.to('#/log?where=level+is+Error');
    await log.rowsAreThere();
    await page.click('button', 'Saved filters');
    await page.fill('Save the current filter', 'errors');
    await page.press('Enter');
    await isThere('.saved-act');
    expect(await focusAfter(click('.saved-act'), '.saved-list input')).toBe(true);
    const escape = `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))`;
    expect(await focusAfter(escape, '.saved-act')).toBe(true);
    await page.evaluate("void document.querySelector('.saved-menu').hidePopover()");
  });

  it('goes on from the button of the export whose last word was read', async () => {
    await log.to('#/log');
    await log.rowsAreThere();
    await page.evaluate(`void ${click('#records-export .more-choice')}`);
    await page.sees('Close');
    const close = "document.querySelector('.records-export-line button')";
    expect(await focusAfter(`${close}.focus(), ${close}.click()`, '[popovertarget=records-export]')).toBe(
      true,
    );
  });

  it('is another address, which the room follows from its first moment on', async () => {
    await log.to('#/accounts');
    await eventually(
      async () => (await page.evaluate<boolean>("!document.querySelector('.records')")) || undefined,
      'another room',
    );
    await page.evaluate(`void new MutationObserver((_, observer) => {
      if (!document.querySelector('.records-sort')) return;
      observer.disconnect();
      location.hash = '#/log?sort=oldest';
    }).observe(document.body, { childList: true, subtree: true })`);
    await log.to('#/log');
    await eventually(
      async () =>
        (await page.evaluate<boolean>("document.querySelector('.records-sort')?.value === 'oldest'")) ||
        undefined,
      'the other order',
    );
  });
});
