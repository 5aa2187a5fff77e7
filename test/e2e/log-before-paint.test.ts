import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { focusComesTo } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { fillLog } from '../store/fill-log.ts';

/** Run in the page: waits without a timer until `there()` is true, which is before anything is painted. */
const once = `async (there) => {
  const parts = { childList: true, characterData: true, subtree: true };
  while (!there()) await new Promise((seen) => new MutationObserver(seen).observe(document, parts));
}`;
const buttonNamed =
  "(name) => [...document.querySelectorAll('button')].findLast(({ innerText }) => innerText === name)";
const typeInto =
  "(field, text) => { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }";
const aMoment = 'new Promise((resolve) => setTimeout(resolve, 300))';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('whoever is faster than the picture in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 600);
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

  const asking = async (where: string) => {
    await log.to(`#/log?where=${encodeURIComponent(where)}`);
    await log.answered();
  };
  /** One after the other, each as soon as it is there. */
  const pressAtOnce = (...names: string[]) =>
    page.evaluate(`(async (once, named) => {
      for (const name of ${JSON.stringify(names)}) {
        await once(() => named(name));
        named(name).click();
        // Renderings take no time here, painting and timers do.
        for (let turn = 0; turn < 50; turn += 1) await undefined;
      }
    })(${once}, ${buttonNamed})`);

  it('adds a rule to the condition that was just opened, cleared or brought back', async () => {
    await asking('source is "IMAP Auth" and level is Info');
    await pressAtOnce('Condition Builder…', 'Add rule');
    await focusComesTo(page, 'Field of rule 3');
    await pressAtOnce('Clear all', 'Add rule');
    await focusComesTo(page, 'Field of rule 1');
    await pressAtOnce('Reset', 'Add rule');
    await focusComesTo(page, 'Field of rule 3');
    await pressAtOnce('Cancel', 'Discard');
    expect(await page.evaluate("document.querySelector('dialog[open]') === null")).toBe(true);
    await log.crumbsBecome('Source is IMAP Auth', 'Level is Info');
  });

  it('keeps what is typed into the condition', async () => {
    await asking('level is Info');
    const typed = await page.evaluate<string>(`(async (once, named, type) => {
      named('Edit as text').click();
      const field = () => document.querySelector('#records-where');
      await once(field);
      type(field(), 'level is Error');
      await ${aMoment};
      return field().value;
    })(${once}, ${buttonNamed}, ${typeInto})`);
    expect(typed).toBe('level is Error');
    await page.press('Escape');
    await focusComesTo(page, 'Edit as text');
  });

  it('keeps what is typed into the search while another condition comes', async () => {
    await asking('message contains certificate');
    const typed = await page.evaluate<string>(`(async (once, type) => {
      const field = document.querySelector('.records-search input');
      location.hash = '#/log?where=message+contains+two';
      await once(() => document.querySelector('.records-crumbs').innerText.includes('two'));
      type(field, 'three');
      await ${aMoment};
      return field.value;
    })(${once}, ${typeInto})`);
    expect(typed).toBe('three');
    await log.crumbsBecome('Message contains “three”');
  });

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
