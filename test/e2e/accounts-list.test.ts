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
import { retypePasswords, storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');
const working = ['Invoices', 'Sales outbox', 'Support inbox'];

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the list of the accounts by keyboard alone in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let list: ListPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    const examples = exampleAccounts(endpointsOf(real));
    await storeAccounts(daemon, examples);
    for (let times = 0; times < 3; times++) {
      // A guarded account would be skipped the third time.
      if (times === 2) await retypePasswords(daemon, examples);
      await testAccounts(daemon);
    }
    page = await pairBrowser(browser, daemon);
    list = listPage(page);
    await page.sees('3 of 8 worked');
    // Where every column has room.
    await page.look({ width: 1440 });
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  // Themes and axe are Chromium's; the keys are both browsers'.
  const seen = async (state: string) => {
    if (name === 'Chromium') await looksRight(page, `accounts-list-${state}`, { widths: [1440, 700, 360] });
  };
  const sortOf = (column: string) =>
    page.evaluate<string | null>(
      `document.querySelector('thead .column-${column}').getAttribute('aria-sort')`,
    );

  /** It is written once what was found is painted. */
  const addressBecomes = (address: RegExp) =>
    eventually(async () => address.test(await page.address()) || undefined, `the address ${address.source}`);
  const sorts = (column: string, order: string) =>
    eventually(async () => (await sortOf(column)) === order || undefined, `${column} to be ${order}`);

  it('is sorted by name, and shows of each what it is, how it is, and how long its last tests took', async () => {
    const names = await list.names();
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
    expect(await sortOf('name')).toBe('ascending');
    const rows = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.account-row')].map((row) => row.innerText.replaceAll(/\\s+/g, ' '))",
    );
    const support = rows.find((row) => row.includes('Support inbox')) ?? '';
    for (const words of [
      'support@acme.example',
      'IMAP',
      'localhost:',
      'SSL',
      'Yes',
      'Works',
      'just now',
      ' ms',
    ])
      expect(support).toContain(words);
    const lines = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.sparkline')].map((line) => line.getAttribute('aria-label'))",
    );
    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => /^3 tests: last .+, least .+, most .+/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => line === '3 tests: none passed, 3 failed')).toHaveLength(5);
    await seen('full');
  });

  it('is sorted by the head of a column, and the other way round with the next press', async () => {
    await list.search();
    await list.tabTo('.column-state .column-sort');
    await page.press('Enter');
    await addressBecomes(/#\/accounts\?sort=state$/);
    await sorts('state', 'ascending');
    expect((await list.names()).slice(-3).toSorted()).toEqual(working);
    expect(await sortOf('name')).toBeNull();
    await page.press('Enter');
    await addressBecomes(/#\/accounts\?sort=-state$/);
    await sorts('state', 'descending');
    expect((await list.names()).slice(0, 3).toSorted()).toEqual(working);
  });

  it('every column sorts', async () => {
    await list.search();
    for (const column of ['type', 'server', 'security', 'active', 'tested', 'latency']) {
      await list.tabTo(`.column-${column} .column-sort`);
      await page.press('Enter');
      await sorts(column, 'ascending');
    }
    await list.search();
    await list.tabTo('.column-name .column-sort');
    await page.press('Enter');
    await sorts('name', 'ascending');
  });

  it('is narrowed down by type, result and search, with the number of hits, and outlives a reload', async () => {
    await list.search();
    await page.press('Tab');
    await page.type('I');
    await list.counts('4 of 8 accounts');
    await page.press('Tab');
    await page.type('F');
    await list.counts('3 of 8 accounts');
    await list.search();
    await page.type('local');
    await list.counts('1 of 8 accounts');
    await addressBecomes(/#\/accounts\?find=local&type=imap&state=failed$/);
    await page.reload();
    await list.counts('1 of 8 accounts');
    expect(await page.evaluate("document.querySelector('#find-accounts').value")).toBe('local');
    await seen('narrowed');
  });

  it('says when nothing fits, and leads back to all', async () => {
    await list.search();
    await page.type('zzz');
    await page.sees('No accounts match “');
    await seen('no-hits');
    await list.tabTo('.note .button');
    await page.press('Enter');
    await list.counts('8 accounts');
    await addressBecomes(/#\/accounts$/);
  });

  it('typing leaves no entry in the history', async () => {
    const before = await page.evaluate<number>('history.length');
    await list.search();
    await page.type('office');
    await list.counts('0 of 8 accounts');
    await page.press('Escape');
    await list.counts('8 accounts');
    expect(await page.evaluate<number>('history.length')).toBe(before);
  });

  it('arrows, Home, End and the page keys move, and above the first row is the search', async () => {
    const names = await list.names();
    const [first = '', second = ''] = names;
    const last = names.at(-1) ?? '';
    await list.search();
    for (const [key, row] of [
      ['ArrowDown', first],
      ['End', last],
      ['ArrowDown', last],
      ['Home', first],
      ['ArrowDown', second],
      ['PageUp', first],
    ] as const) {
      await page.press(key);
      await list.becomes(row);
    }
    await page.press('PageDown');
    expect(names.slice(1)).toContain(await list.focused());
    await page.press('Home');
    await page.press('ArrowUp');
    expect(await list.focusIn('#find-accounts')).toBe(true);
  });

  it('Tab leads through one row alone', async () => {
    await page.press('ArrowDown');
    await list.becomes((await list.names())[0] ?? '');
    await page.press('Shift+Tab');
    expect(await list.focusIn('.account-row .row-check')).toBe(true);
    await page.press('Shift+Tab');
    expect(await list.focusIn('thead *')).toBe(true);
    for (let times = 0; times < 3; times++) await page.press('Tab');
    expect(await list.focused()).toBe('Test');
    await page.press('Tab');
    expect(await list.focusIn('.accounts-table *')).toBe(false);
  });

  it('Enter opens the record, and whoever comes back stands on its row', async () => {
    const [first = '', second = ''] = await list.names();
    await list.search();
    await page.press('ArrowDown');
    await list.becomes(first);
    await page.press('ArrowDown');
    await list.becomes(second);
    await page.press('Enter');
    await page.sees('Account ID');
    await page.back();
    await list.becomes(second);
  });
});
