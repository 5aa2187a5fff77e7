import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { takesFirstKey } from '../pages/first-key.ts';
import { picture } from '../pages/looks-right.ts';
import { type SilentServer, silentServer } from '../pages/silent-server.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';

const size = { width: 380, height: 600 };

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('where the focus goes in the popup in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let server: SilentServer;
  const suffix = name === 'Chromium' ? '' : '-firefox';
  beforeAll(async () => {
    [browser, server, daemon] = await Promise.all([open(), silentServer(), daemonProcess()]);
    await (await pairBrowser(browser, daemon)).close();
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it('asks before it switches off an account that a property names', async () => {
    const property = 'default.email.account.receive';
    const [id = ''] = await storeAccounts(daemon, [server.account]);
    await withCommandLine(daemon, (client) => client.call('propertiesSet', { name: property, value: id }));
    const page = await browser.open('popup.html', size);
    await page.sees('Nothing tested yet');
    const row = `document.querySelector('[data-account="${id}"]')`;
    await page.evaluate(`void ${row}.querySelector('.row-open').focus()`);
    await page.press('ArrowRight');
    await page.sees('Newest log records');
    const control = `${row}.querySelector('.switch input')`;
    const focusIs = (selector: string) => focusOn(page, selector);
    await page.evaluate(`void ${control}.focus()`);
    await page.press(' ');
    await page.sees(`${property} names this account`);
    await focusIs('.details-question .button:not(.button-danger)');
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `popup-question${suffix}`);
    await page.press('Escape');
    await focusIs('.switch input');
    expect(await page.evaluate(`${control}.checked`)).toBe(true);
    expect(await storedProperty(daemon, property)).toBe(id);

    await page.press(' ');
    await focusIs('.details-question .button:not(.button-danger)');
    await page.press('Tab');
    await page.press('Enter');
    await page.sees(`Set back to none: ${property}`);
    await focusIs('.switch input');
    expect(await page.evaluate(`${control}.checked`)).toBe(false);
    expect(await storedProperty(daemon, property)).toBe('');

    const shows = (on: boolean) =>
      eventually(
        async () =>
          (await page.evaluate<boolean>(
            `${control}.matches('[aria-disabled=false]${on ? ':checked' : ':not(:checked)'}')`,
          )) || undefined,
        `the switch to be ${on ? 'on' : 'off'}`,
      );
    // Nothing names it any more: there is nothing to ask.
    await shows(false);
    await page.press(' ');
    await shows(true);
    await focusIs('.switch input');
    await page.press(' ');
    await shows(false);
    expect(await page.evaluate("document.querySelector('.details-question') === null")).toBe(true);
    await page.close();
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [id] }));
  }, 60_000);

  it('keeps the focus on Test all while tests run', async () => {
    const named = (name: string) => ({ ...server.account, form: { ...server.account.form, name } });
    await storeAccounts(daemon, ['Archive', 'Invoices \u202efdp'].map(named));
    const page = await browser.open('popup.html', size);
    await page.sees('Nothing tested yet');
    // What would turn the text round stands there as what it is, in titles and labels too.
    await page.sees('Invoices \\u202efdp');
    expect(await page.evaluate<string>('document.documentElement.outerHTML')).not.toContain('\u202e');
    await page.evaluate("void document.querySelector('.summary .button').focus()");
    await page.press('Enter');
    await page.sees('0 of 2');
    await focusOn(page, '.summary .button-main[aria-disabled=true]');
    // It does nothing now.
    await page.press('Enter');
    expect(await page.evaluate("document.querySelector('progress').max")).toBe(2);
    await page.click('button', 'Cancel all running tests');
    await page.sees('0 of 2 worked');
    await page.close();
  });

  it('takes Ctrl+Enter as soon as its rows are there', async () => {
    const page = await browser.open('popup.html', size);
    await page.sees('Invoices');
    await daemon.stop();
    await page.sees('The companion is not running');
    const taken = takesFirstKey(page, { selector: '.summary .button-main', key: 'Enter' });
    await daemon.start();
    expect(await taken).toBe(true);
    await page.sees('0 of 2');
    await page.click('button', 'Cancel all running tests');
    await page.sees('0 of 2 worked');
    await page.close();
  }, 30_000);
});

function focusOn(page: ExtensionPage, selector: string): Promise<true> {
  return eventually(
    async () => (await page.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) || undefined,
    `the focus on ${selector}`,
  );
}
