import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { type ExampleAccount, exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';
import { logRoom } from '../pages/log-room.ts';

const real = inject('realServers');
const popupSize = { widths: [380], height: 600 };

/** Longer, wider and the other way round than anybody expects. */
const texts = [
  { name: `A${'W'.repeat(100)}`, label: 'L'.repeat(90), server: `${'long-label.'.repeat(14)}invalid` },
  { name: 'A صندوق بريد الدعم الفني لشركة أكمي العالمية المحدودة', label: 'دعم', server: 'mail.invalid' },
  { name: 'A 📮📬📭📪👩🏽‍💻🏳️‍🌈 of all the letters', label: '🎈'.repeat(20), server: 'emoji.invalid' },
  { name: 'A\u0301\u0302\u0303\u0304 stacked marks', label: 'a b '.repeat(20), server: 'marks.invalid' },
  { name: 'A <b>bold</b> &amp; "quoted"', label: '<script>', server: 'markup.invalid' },
];

describe('what does not fit', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([
      openChromium(),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
    ]);
    const [pattern] = exampleAccounts(endpointsOf(real));
    if (!pattern) throw new Error('There is an example.');
    await storeAccounts(
      daemon,
      texts.map((text) => variant(pattern, text)),
    );
    await testAccounts(daemon);
    await storeAccounts(
      daemon,
      Array.from({ length: 45 }, (_, at) =>
        variant(pattern, { name: `Branch office ${at + 1}`, label: '', server: 'localhost' }),
      ),
    );
    page = await pairBrowser(browser, daemon);
    await page.sees('0 of 50 worked');
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it('fifty accounts and long names leave the list its width', async () => {
    await page.press('/');
    await page.type('A');
    await looksRight(page, 'many-list');
    expect(await page.text('.accounts-table')).toContain('<b>bold</b>');
  });

  it.each(texts.map(({ name }, at) => [at, name] as const))('record %i has its width', async (at, name) => {
    await page.evaluate(`void (location.hash = '#/accounts')`);
    await page.sees('0 of 50 worked');
    await page.evaluate(
      `void [...document.querySelectorAll('.account-link')].find((link) => link.innerText.startsWith(${JSON.stringify(name.slice(0, 12))})).click()`,
    );
    await page.sees('Account ID');
    await looksRight(page, `many-record-${at}`, { height: 1500 });
  });

  it('the question before a deletion holds the name', async () => {
    await page.click('button', 'More actions');
    await page.click('button', 'Delete account');
    await page.sees('that can be undone');
    await looksRight(page, 'many-delete');
    await page.press('Escape');
  });

  it('the log and its filter hold them', async () => {
    await page.click('link', 'Log records');
    await page.sees('Filtered by');
    await logRoom(page).rowsAreThere();
    await looksRight(page, 'many-log');
    await page.evaluate(`void (location.hash = '#/log')`);
    await page.sees('Branch office 45');
    await looksRight(page, 'many-log-all');
  });

  it('the popup scrolls down alone, and opened rows keep its width', async () => {
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('0 of 50 worked');
    await looksRight(popup, 'many-popup', popupSize);
    await popup.press('ArrowDown');
    await popup.press('ArrowRight');
    await popup.sees('Newest log records');
    await looksRight(popup, 'many-popup-open', popupSize);
    await popup.close();
  });
});

function variant(
  { form, password }: ExampleAccount,
  { name, label, server }: { name: string; label: string; server: string },
): ExampleAccount {
  return { form: { ...form, name, label, connection: { ...form.connection, server } }, password };
}
