import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { opens } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');

const fieldsInOrder = [
  'field-name',
  'field-type',
  'field-server',
  'field-username',
  'field-password',
  'field-label',
  'field-active',
  'field-debug',
  'field-port',
];

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the accounts by keyboard alone in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    await storeAccounts(daemon, exampleAccounts(endpointsOf(real)));
    await testAccounts(daemon);
    page = await pairBrowser(browser, daemon);
    await page.sees('3 of 8 worked');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const focused = (what = 'id') => page.evaluate<string>(`document.activeElement.${what}`);
  const becomes = (id: string) =>
    eventually(async () => (await focused()) === id || undefined, `the focus on ${id}`).catch(
      async (error: unknown) => {
        throw new Error(`It is on ${await focused('outerHTML')}`, { cause: error });
      },
    );

  describe('one step after another', { shuffle: false }, () => {
    it('arrow keys and Enter lead from the list into a record', async () => {
      // The list listens as soon as it is drawn, which is a moment after it can be read.
      await eventually(async () => {
        if ((await focused()) !== 'find-accounts') await page.press('/');
        return (await focused()) === 'find-accounts' || undefined;
      }, 'the focus in the search');
      await page.press('ArrowDown');
      await page.press('ArrowDown');
      expect(await focused('innerText')).toBe('Host name misspelled');
      await page.press('ArrowUp');
      await page.press('End');
      expect(await focused('innerText')).toBe('Support inbox');
      await page.press('Enter');
      await page.sees('Account ID');
    });

    it('Tab goes through the fields in their order', async () => {
      await page.evaluate("void document.querySelector('#field-name').focus()");
      const seen = [await focused()];
      while (seen.at(-1) !== 'field-port' && seen.length < 20) {
        await page.press('Tab');
        seen.push(await focused());
      }
      expect(seen).toEqual(fieldsInOrder);
    });

    it('Ctrl+S saves, and Ctrl+Enter tests', async () => {
      await page.fill('Email User Label', 'the front desk');
      await page.sees('Unsaved changes');
      await page.press('Control+s');
      await page.sees('Saved');
      const shown = () => page.evaluate<string>("document.querySelector('.banner-actions a').hash");
      const before = await shown();
      await page.press('Control+Enter');
      await eventually(async () => (await shown()) !== before || undefined, 'another test', 20_000);
      await page.sees('The connection works');
    });

    it('Escape leaves the question, stays in the record, and gives the focus back', async () => {
      await page.fill('Email User Label', 'the back office');
      await page.evaluate("void (location.hash = '#/log')");
      await page.sees('Leave without saving?');
      await page.press('Escape');
      await becomes('field-label');
      expect(await page.address()).toContain('#/accounts/');
    });

    it('Back after Keep editing asks again, and then leads to where one came from', async () => {
      await page.back();
      await page.sees('Leave without saving?');
      await page.press('Escape');
      await becomes('field-label');
      await page.back();
      await page.click('button', 'Discard changes');
      await page.sees('3 of 8 worked');
      expect(await page.address()).toMatch(/#\/accounts$/);
    });
  });

  it('the main states open without a complaint', async () => {
    const { name, open: visit } = browser;
    const tall = { width: 1280, height: 1400 };
    const popup = { width: 380, height: 600 };
    const pages = [
      ['accounts-list', 'options.html#/accounts', 'oldest test', {}],
      ['record-new', 'options.html#/accounts/new', 'Related Links', tall],
      ['log-full', 'options.html#/log', 'Email Logger', {}],
      ['popup-full', 'popup.html', 'worked', popup],
    ] as const;
    for (const [state, path, words, look] of pages)
      await opens(await visit(path, look), `${state}-${name}`, words, look);
    const list = await visit('options.html#/accounts');
    await list.sees('oldest test');
    await list.click('link', 'Ada, password changed');
    await opens(list, `record-failed-${name}`, 'What to do', tall);
  });
});
