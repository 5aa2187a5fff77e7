import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type ListPage, listPage } from '../pages/list-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';

const real = inject('realServers');
const receive = 'default.email.account.receive';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('several accounts at once by keyboard alone in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let list: ListPage;
  let support = '';
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    [support = ''] = await storeAccounts(daemon, exampleAccounts(endpointsOf(real)));
    await testAccounts(daemon);
    await withCommandLine(daemon, (client) =>
      client.call('propertiesSet', { name: receive, value: support }),
    );
    page = await pairBrowser(browser, daemon);
    list = listPage(page);
    await page.sees('3 of 8 worked');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  // Themes and axe are Chromium's; the keys are both browsers'.
  const seen = async (state: string) => {
    if (name === 'Chromium') await looksRight(page, `accounts-bulk-${state}`, { widths: [1280, 700, 360] });
  };
  const act = async (words: string) => {
    for (let times = 0; times < 40 && (await list.focused()) !== words; times++)
      await page.press('Shift+Tab');
    await list.becomes(words);
    await page.press('Enter');
  };
  const agree = async () => {
    await eventually(
      async () =>
        (await page.evaluate<boolean>("document.querySelector('dialog[open]') !== null")) || undefined,
      'a question',
    );
    await page.press('Tab');
    await page.press('Enter');
  };
  const isNowhere = () => page.evaluate<boolean>('document.activeElement === document.body');
  const hasPassword = () =>
    withCommandLine(
      daemon,
      async (client) => (await client.call('accountsGet', { id: support })).account.hasPassword,
    );

  it('Space selects, Ctrl+A selects all that are shown, Escape lets go, and nothing moves', async () => {
    await list.search();
    await page.press('ArrowDown');
    const place = () =>
      page.evaluate<number>("document.querySelector('.account-row').getBoundingClientRect().top");
    const before = await place();
    await page.press(' ');
    await list.counts('1 selected');
    await eventually(
      async () =>
        (await page.evaluate<boolean>("document.querySelector('thead .row-check').indeterminate")) ||
        undefined,
      'a box above the rows that is neither',
    );
    expect(await place()).toBe(before);
    await seen('selected');
    await page.press('Control+a');
    await list.counts('8 selected');
    await eventually(
      async () =>
        (await page.evaluate<boolean>("document.querySelector('thead .row-check').checked")) || undefined,
      'the box above all rows',
    );
    await page.press('Escape');
    await list.counts('8 accounts');
  });

  it('Clear selection hands the focus to a row', async () => {
    await page.press(' ');
    await list.counts('1 selected');
    await act('Clear selection');
    await list.counts('8 accounts');
    expect(await list.focusIn('.account-link')).toBe(true);
  });

  it('Delete at the head of a column asks for nothing', async () => {
    await list.tabTo('.column-name .column-sort', 'Shift+Tab');
    await page.press('Delete');
    expect(await page.evaluate("document.querySelector('dialog')")).toBeNull();
    await list.search();
    await page.press('ArrowDown');
  });

  it('what a search hides is not acted on', async () => {
    await page.press('Control+a');
    await list.search();
    await page.type('support');
    await list.counts('1 selected');
    await page.press('Escape');
    await list.counts('8 selected');
    await page.press('ArrowDown');
    await page.press('Escape');
    await list.counts('8 accounts');
  });

  it('before a default is deactivated it is asked, by name; then the property is empty, and it is said', async () => {
    const names = await list.names();
    await page.press('Home');
    for (const account of names) {
      if (['Support inbox', 'Invoices'].includes(account)) await page.press(' ');
      await page.press('ArrowDown');
    }
    await list.counts('2 selected');
    await act('Deactivate');
    await page.sees('Deactivate 2 accounts?');
    await page.sees(`${receive} names Support inbox, and will be cleared.`);
    await seen('ask-deactivate');
    await page.press('Escape');
    await list.becomes('Deactivate');
    expect(await storedProperty(daemon, receive)).toBe(support);
    await page.press('Enter');
    await agree();
    await page.sees('2 accounts deactivated.');
    expect(await storedProperty(daemon, receive)).toBe('');
    await page.sees('1 of 6 worked');
    await seen('deactivated');
  });

  it('what is active again is said, and what was so already', async () => {
    await act('Activate');
    await page.sees('2 accounts activated.');
    await page.press('Enter');
    await page.sees('2 were active already.');
    await page.sees('3 of 8 worked');
  });

  it('a test leaves out what has no password, and says so', async () => {
    await withCommandLine(daemon, (client) => client.call('accountsDuplicate', { id: support }));
    await page.sees('Copy of Support inbox');
    await list.search();
    await page.type('support');
    await page.press('ArrowDown');
    await page.press('Control+a');
    await list.counts('2 selected');
    await act('Test');
    await page.sees('Testing 1 account. Left out: Copy of Support inbox (');
    await seen('left-out');
  });

  it('Delete asks, and Ctrl+Z brings all back with their passwords', async () => {
    await list.search();
    await page.press('ArrowDown');
    await page.press('Delete');
    await page.sees('Delete 2 accounts?');
    await seen('ask-delete');
    await agree();
    await page.sees('2 accounts deleted.');
    await page.sees('No accounts match');
    await seen('deleted');
    await page.press('Control+z');
    await page.sees('2 accounts restored.');
    await list.counts('2 selected');
    expect(await hasPassword()).toBe(true);
    await list.search();
    await page.press('Escape');
    await page.press('ArrowDown');
    await page.press('Escape');
    await list.counts('9 accounts');
  });

  it('the focus goes to the next row when its own is deleted, and Undo is reached by Tab', async () => {
    const [first = '', second = ''] = await list.names();
    await page.press('Home');
    await page.press('Delete');
    await page.sees(`Delete ${first}?`);
    await agree();
    await page.sees(`${first} was deleted.`);
    await list.becomes(second);
    await list.tabTo('.list-note .button');
    await page.press('Enter');
    await page.sees('1 account restored.');
    await list.counts('9 accounts');
    expect(await isNowhere()).toBe(false);
    await list.tabTo('.list-note-close');
    await page.press('Enter');
    expect(await list.focusIn('.account-link')).toBe(true);
  });

  it('two are deleted one after the other from the bar, something else is done, and one Undo brings both back', async () => {
    for (const [words, left] of [
      ['was deleted.', '8 accounts'],
      ['2 accounts deleted.', '7 accounts'],
    ] as const) {
      await list.search();
      await page.press('ArrowDown');
      await page.press(' ');
      await list.counts('1 selected');
      await act('Delete');
      await agree();
      await page.sees(words);
      // The note is there a moment before the rows are gone.
      await list.counts(left);
      expect(await isNowhere()).toBe(false);
    }
    await list.search();
    await page.press('ArrowDown');
    await page.press(' ');
    await act('Activate');
    await page.sees('1 was active already.');
    await page.sees('2 accounts deleted.');
    await page.press('Control+z');
    await page.sees('2 accounts restored.');
    await list.tabTo('.bulk-clear');
    await page.press('Enter');
    await list.counts('9 accounts');
  });

  it('a record that is deleted can be brought back from the list', async () => {
    await page.evaluate(`void (location.hash = '#/accounts/${support}')`);
    await page.sees('Account ID');
    await page.click('button', 'More actions');
    await page.click('button', 'Delete account');
    await page.sees('Delete Support inbox?');
    await agree();
    await page.sees('Support inbox was deleted.');
    await page.press('Control+z');
    await page.sees('1 account restored.');
    await list.counts('9 accounts');
  });
});
