import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';

const real = inject('realServers');
const receive = 'default.email.account.receive';
const look = { widths: [1280, 700, 360] };

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the list of the accounts by keyboard alone in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let support = '';
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    [support = ''] = await storeAccounts(daemon, exampleAccounts(endpointsOf(real)));
    for (let times = 0; times < 3; times++) await testAccounts(daemon);
    await withCommandLine(daemon, (client) =>
      client.call('propertiesSet', { name: receive, value: support }),
    );
    page = await pairBrowser(browser, daemon);
    await page.sees('3 of 8 worked');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  // Pictures, themes and axe are Chromium's; the keys are both browsers'.
  const seen = async (state: string) => {
    if (name === 'Chromium') await looksRight(page, `accounts-list-${state}`, look);
  };
  const names = () =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('.account-link')].map((link) => link.textContent)",
    );
  const focused = (what = 'textContent') => page.evaluate<string>(`document.activeElement.${what}`);
  const focusIn = (selector: string) =>
    page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);
  const bulk = () => page.text('.bulk-count');
  const counts = (words: string) =>
    eventually(async () => (await bulk()) === words || undefined, `the count “${words}”`);
  const note = (words: string | RegExp) => page.sees(words);
  const search = () =>
    eventually(async () => {
      if (!(await focusIn('#find-accounts'))) await page.press('/');
      return (await focusIn('#find-accounts')) || undefined;
    }, 'the focus in the search');
  /** Presses Tab, or Shift+Tab, until this has the focus. */
  const tabTo = async (selector: string, key = 'Tab') => {
    for (let times = 0; times < 40; times++) {
      if (await focusIn(selector)) return;
      await page.press(key);
    }
    throw new Error(`Tab never came to ${selector}.`);
  };

  it('shows name, type, server, security, state and latency of each, sorted by name', async () => {
    expect(await names()).toEqual((await names()).toSorted((a, b) => a.localeCompare(b)));
    const row = await page.text('tr:has([data-account]) ');
    expect(row).toBeTruthy();
    const image = await page.evaluate<string>(
      "document.querySelector('.sparkline').getAttribute('aria-label')",
    );
    expect(image).toMatch(/^3 tests: /);
    await seen('full');
  });

  it('is sorted by the head of a column, and the other way round with the next press', async () => {
    await search();
    await tabTo('.column-state .column-sort');
    await page.press('Enter');
    expect(await page.address()).toMatch(/#\/accounts\?sort=state$/);
    const failing = await names();
    expect(failing.slice(-3).toSorted()).toEqual(['Invoices', 'Sales outbox', 'Support inbox']);
    expect(await page.evaluate("document.querySelector('.column-state').ariaSort")).toBe('ascending');
    await page.press('Enter');
    expect(await page.address()).toMatch(/#\/accounts\?sort=-state$/);
    expect((await names()).slice(0, 3).toSorted()).toEqual(['Invoices', 'Sales outbox', 'Support inbox']);
    expect(await page.evaluate("document.querySelectorAll('thead [aria-sort]').length")).toBe(1);
  });

  it('is narrowed down by type, result and search, told with the number of hits, and all of it outlives a reload', async () => {
    await search();
    await page.press('Tab');
    await page.type('I');
    await counts('4 of 8 accounts');
    await page.press('Tab');
    await page.type('F');
    await counts('3 of 8 accounts');
    await search();
    await page.type('localhost');
    await counts('2 of 8 accounts');
    expect(await page.address()).toMatch(/#\/accounts\?find=localhost&type=imap&state=failed&sort=-state$/);
    await page.reload();
    await counts('2 of 8 accounts');
    expect(await page.evaluate("document.querySelector('#find-accounts').value")).toBe('localhost');
    await seen('narrowed');
    await search();
    await page.type('zzz');
    await page.sees('No account fits “');
    await seen('no-hits');
    await page.press('Tab');
    await tabTo('.accounts-empty .button');
    await page.press('Enter');
    await counts('8 accounts');
  });

  it('typing leaves one entry in the history', async () => {
    const before = await page.evaluate<number>('history.length');
    await search();
    await page.type('office');
    await page.press('Escape');
    await counts('8 accounts');
    expect(await page.evaluate<number>('history.length')).toBe(before);
  });

  it('arrows, Home, End and the page keys move, and above the first row is the search', async () => {
    const order = await names();
    await search();
    await page.press('ArrowDown');
    expect(await focused()).toBe(order[0]);
    await page.press('End');
    expect(await focused()).toBe(order.at(-1));
    await page.press('ArrowUp');
    expect(await focused()).toBe(order.at(-2));
    await page.press('PageUp');
    await page.press('Home');
    expect(await focused()).toBe(order[0]);
    await page.press('PageDown');
    expect(await focused()).not.toBe(order[0]);
    await page.press('Home');
    await page.press('ArrowUp');
    expect(await focusIn('#find-accounts')).toBe(true);
  });

  it('Enter opens the record, and whoever comes back stands on its row', async () => {
    await page.press('ArrowDown');
    await page.press('ArrowDown');
    const [, second] = await names();
    await page.press('Enter');
    await page.sees('Account ID');
    await page.back();
    await eventually(async () => (await focused()) === second || undefined, 'the focus on the row');
  });

  it('Space selects, Ctrl+A selects all that are shown, Escape lets go', async () => {
    await page.press('Home');
    const place = () =>
      page.evaluate<number>("document.querySelector('tbody tr').getBoundingClientRect().top");
    const before = await place();
    await page.press(' ');
    await counts('1 selected');
    expect(await page.evaluate("document.querySelector('thead .row-check').indeterminate")).toBe(true);
    expect(await place()).toBe(before);
    await seen('selected');
    await page.press('Control+a');
    await counts('8 selected');
    await page.press('Escape');
    await counts('8 accounts');
  });

  it('several are deactivated at once; of a default it is asked, by name, and the property is empty then', async () => {
    const { sort } = { sort: await names() };
    await page.press('Home');
    for (const account of sort) {
      if (['Support inbox', 'Invoices'].includes(account)) await page.press(' ');
      await page.press('ArrowDown');
    }
    await counts('2 selected');
    await tabTo('.bulk-actions .button:nth-child(3)', 'Shift+Tab');
    await page.press('Enter');
    await page.sees('Deactivate 2 accounts?');
    await page.sees(`${receive} names Support inbox`);
    await seen('ask-deactivate');
    await page.press('Escape');
    expect(await focused()).toBe('Deactivate');
    expect(await storedProperty(daemon, receive)).toBe(support);
    await page.press('Enter');
    await page.press('Tab');
    await page.press('Enter');
    await note('2 accounts deactivated.');
    await note(receive);
    expect(await storedProperty(daemon, receive)).toBe('');
    await eventually(
      async () => (await page.text('.accounts-table')).includes('Inactive') || undefined,
      'the state',
    );
    await seen('deactivated');
    await tabTo('.bulk-actions .button:nth-child(2)', 'Shift+Tab');
    await page.press('Enter');
    await note('2 accounts activated.');
    await page.press('Enter');
    await note('2 were active already.');
  });

  it('a test of several leaves out what has no password, and says so', async () => {
    await withCommandLine(daemon, (client) => client.call('accountsDuplicate', { id: support }));
    await page.sees('Copy of Support inbox');
    await search();
    await page.type('support');
    await counts('2 selected').catch(() => undefined);
    await page.press('ArrowDown');
    await page.press('Control+a');
    await counts('2 selected');
    await tabTo('.bulk-actions .button:nth-child(1)', 'Shift+Tab');
    await page.press('Enter');
    await note('Testing 1 account. Left out: Copy of Support inbox (');
    await seen('left-out');
  });

  it('Delete asks, deletes, and Ctrl+Z brings all back with their passwords', async () => {
    await page.press('Control+a');
    await search();
    await page.press('ArrowDown');
    await page.press('Control+a');
    await page.press('Delete');
    await page.sees('Delete 2 accounts?');
    await seen('ask-delete');
    await page.press('Tab');
    await page.press('Enter');
    await note('2 accounts deleted.');
    await page.sees('Undo');
    await seen('deleted');
    await page.press('Escape');
    await page.evaluate('void document.activeElement.blur()');
    await page.press('Control+z');
    await note('2 accounts restored.');
    await search();
    await page.press('Escape');
    await counts('9 accounts');
    await withCommandLine(daemon, async (client) => {
      const { account } = await client.call('accountsGet', { id: support });
      expect(account.hasPassword).toBe(true);
    });
  });

  it('the focus goes to the next row when its own is deleted, and Undo can be reached by Tab', async () => {
    const order = await names();
    await page.press('ArrowDown');
    await page.press('Delete');
    await page.sees(`Delete ${order[0]}?`);
    await page.press('Tab');
    await page.press('Enter');
    await note(`${order[0]} was deleted.`);
    await eventually(async () => (await focused()) === order[1] || undefined, 'the focus on the next row');
    await tabTo('.list-note .button');
    await page.press('Enter');
    await note('1 account restored.');
  });

  it('a record that is deleted can be brought back from the list', async () => {
    await page.evaluate(`void (location.hash = '#/accounts/${support}')`);
    await page.sees('Account ID');
    await page.press('Escape');
    await page.evaluate(
      `void [...document.querySelectorAll('button')].find((button) => button.textContent === 'Delete account').click()`,
    );
    await page.sees('Delete Support inbox?');
    await page.press('Tab');
    await page.press('Enter');
    await note('Support inbox was deleted.');
    await page.press('Control+z');
    await note('1 account restored.');
    await counts('9 accounts');
  });
});
