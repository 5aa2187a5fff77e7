import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
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
});
