import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { badgeSays } from '../pages/badge.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight, picture } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');
const endpoints = endpointsOf(real);
const size = { width: 380, height: 600 };
const guarded = 'Ada, password changed';
const examples = exampleAccounts(endpoints).filter(({ form: { name } }) =>
  [guarded, 'Invoices', 'Support inbox'].includes(name),
);
const sentence = 'Sign-in was refused again and again; another try may lock the account.';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('an account that is guarded, in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let options: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    options = await pairBrowser(browser, daemon);
    await storeAccounts(daemon, examples);
    await testAccounts(daemon);
    await testAccounts(daemon);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const row = `[...document.querySelectorAll('.row')].find((each) => each.innerText.includes('${guarded}'))`;
  const isAsked = async (page: ExtensionPage) => {
    await page.sees('Skipped (guarded)');
    await page.click('button', `Test ${guarded}`);
    await page.sees(sentence);
  };

  it('is told in its row and on the badge, and is skipped by Test all', async () => {
    const page = await browser.open('popup.html', size);
    await page.sees('Skipped (guarded)');
    await badgeSays(page, '1');
    await page.click('button', 'Test all');
    await page.sees(`${guarded} skipped: ${sentence}`);
    await page.sees('2 of 3 worked');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  it('asks before its own test, and tests anyway', async () => {
    for (const theme of name === 'Chromium' ? (['dark', 'light'] as const) : (['light'] as const)) {
      const page = await browser.open('popup.html', { ...size, theme });
      await isAsked(page);
      expect(await axeViolations(page)).toEqual([]);
      await picture(page, `popup-guard-${theme}-${name.toLowerCase()}`);
      await page.close();
    }
    const page = await browser.open('popup.html', size);
    await isAsked(page);
    const before = await page.evaluate(`${row}.querySelector('time').dateTime`);
    await page.evaluate(`void ${row}.querySelector('.row-guard button').focus()`);
    await page.press('Enter');
    await eventually(
      async () => (await page.evaluate(`${row}.querySelector('time').dateTime`)) !== before || undefined,
      'another test',
    );
    expect(await page.evaluate(`${row}.querySelector('.row-guard')`)).toBeNull();
    expect(await page.evaluate(`document.activeElement === ${row}.querySelector('.row-open')`)).toBe(true);
    await page.sees('Skipped (guarded)');
    await page.close();
  });

  it('is held back in the list as well', async () => {
    await options.evaluate("void (location.hash = '#/accounts')");
    await options.sees('Skipped (guarded)');
    await options.click('button', `Test ${guarded}`);
    await options.sees(`Test anyway: ${guarded}`);
    if (name === 'Chromium') await looksRight(options, 'accounts-guarded');
    await options.evaluate("void document.querySelector('.notice-actions button').focus()");
    await options.press('Enter');
    await eventually(
      async () =>
        (await options.evaluate<boolean>("document.activeElement.matches('a[data-account]')")) || undefined,
      'the focus in the list',
    );
  });

  it('leads to its password, and works again with the right one', async () => {
    const page = await browser.open('popup.html', size);
    await isAsked(page);
    await page.evaluate(`void ${row}.querySelector('.row-guard a').click()`);
    await eventually(
      async () => (await options.evaluate('document.activeElement.id')) === 'field-password' || undefined,
      'the focus in the password of the open tab',
    );
    expect(await options.address()).toMatch(/#\/accounts\/\d{18}$/);
    await options.sees(sentence);
    await options.sees('Test anyway');
    if (name === 'Chromium') await looksRight(options, 'record-guarded', { height: 1500 });
    await options.fill('Password', endpoints.password);
    await options.click('button', 'Save');
    await options.sees('Saved');
    await options.click('button', 'Test Connection');
    await options.sees('The connection works', 20_000);
    await badgeSays(options, '');
  });
});
