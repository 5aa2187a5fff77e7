import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts, withCommandLine } from '../pages/stored-accounts.ts';

const real = inject('realServers');
/** As large as a browser lets a popup be. */
const popupSize = { widths: [380], height: 600 };

describe('every state of the log and of the popup', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([
      openChromium(),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
    ]);
    page = await pairBrowser(browser, daemon);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const to = async (address: string, words: string | RegExp) => {
    await page.evaluate(`void (location.hash = '${address}')`);
    await page.sees(words);
  };

  it('a log without a test', async () => {
    await to('#/log', 'Created at');
    await looksRight(page, 'log-first');
  });

  it('the log, full', async () => {
    await storeAccounts(daemon, exampleAccounts(endpointsOf(real)));
    await testAccounts(daemon);
    await page.reload();
    await page.sees('(auth_bad_credentials)');
    await looksRight(page, 'log-full', { widths: [1920, 1280, 700, 360] });
  });

  it('the records of one test', async () => {
    const testId = await withCommandLine(daemon, async (client) => {
      const { accounts } = await client.call('accountsList', {});
      return accounts.find(({ lastTest }) => lastTest?.verdict === 'failed')?.lastTest?.testId;
    });
    await to(`#/log?test=${testId}`, 'Filtered by');
    await page.sees('Stage ');
    await looksRight(page, 'log-test');
  });

  it('a test as the exchange it was', async () => {
    const testId = await withCommandLine(daemon, async (client) => {
      const { accounts } = await client.call('accountsList', {});
      const passed = accounts.find(({ lastTest }) => lastTest?.verdict === 'passed');
      if (!passed) throw new Error('One works.');
      const { testId } = await client.call('testsStart', { accountId: passed.account.id, debug: true });
      for await (const event of client.stream('testsFollow', { testId }, new AbortController().signal))
        if (event.type === 'finished') return testId;
      return undefined;
    });
    await to(`#/log?where=test+is+${testId}`, 'Test is');
    await page.choose('Shown as', 'Conversation');
    await page.sees('Client');
    await page.sees('Server said');
    const stages = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.talk-stage')].map((stage) => stage.firstChild.textContent)",
    );
    expect(stages.slice(0, 2)).toEqual(['Resolve name', 'Connect']);
    expect(stages).toContain('Login');
    expect(stages.at(-1)).toBe('End');
    const login = await page.evaluate<string>(
      "[...document.querySelectorAll('.talk-part')].find((part) => part.querySelector('h2').textContent.startsWith('Login')).innerText",
    );
    expect(login).toContain('session set up');
    await looksRight(page, 'log-conversation', { widths: [1280, 360] });
  });

  it('one record', async () => {
    const focused = () => page.evaluate<string>('document.activeElement.dataset.record ?? ""');
    await to('#/log', '(auth_bad_credentials)');
    await page.evaluate("void document.querySelector('.records-message a').focus()");
    await page.press('ArrowDown');
    const second = await focused();
    await page.press('Enter');
    await page.sees('Log record');
    expect(await page.address()).toContain(`#/log/${second}`);
    await looksRight(page, 'log-record');
    await page.back();
    await page.sees('Created at');
    expect(await focused()).toBe(second);
  });

  it('a filter that nothing fits', async () => {
    await to('#/log?where=level+is+Error+and+test+is+100000000000000001', 'No log records match');
    await page.sees('Remove: Test is 100000000000000001');
    await page.sees('Show all records');
    await looksRight(page, 'log-nothing');
  });

  it('no such record', async () => {
    await to('#/log/100000000000000001', 'There is no such log record');
    await looksRight(page, 'log-missing');
  });

  it('the popup, full', async () => {
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('3 of 8 worked');
    await looksRight(popup, 'popup-full', popupSize);
    await popup.press('ArrowDown');
    await popup.press('ArrowRight');
    await popup.sees('Newest log records');
    await popup.sees('Server said');
    await looksRight(popup, 'popup-open', popupSize);
    await popup.close();
  });

  it('the popup with an account that needs its password, and nine in all', async () => {
    await withCommandLine(daemon, async (client) => {
      const { accounts } = await client.call('accountsList', {});
      const first = accounts.find(({ lastTest }) => lastTest?.verdict === 'passed');
      if (first) await client.call('accountsDuplicate', { id: first.account.id });
    });
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('Password needed');
    await looksRight(popup, 'popup-password', popupSize);
    await popup.type('nobody');
    await popup.close();
  });

  it('the popup with a vault that is locked', async () => {
    await withCommandLine(daemon, (client) =>
      client.call('secretsMove', { to: 'vault' }, { passphrase: 'correct horse battery' }),
    );
    await daemon.stop();
    await daemon.start();
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('3 of 9 worked');
    await popup.click('button', 'Test Invoices');
    await popup.sees(/locked/i);
    await looksRight(popup, 'popup-locked', popupSize);
    await popup.close();
  });

  it('the log while the companion is away', async () => {
    await to('#/log', '(auth_bad_credentials)');
    await daemon.stop();
    await page.sees('Not running');
    await looksRight(page, 'log-away');
    await page.reload();
    await page.sees('The companion is not running');
    await looksRight(page, 'log-away-empty');
    expect(await page.text('main')).toContain('--data-dir');
  });
});
