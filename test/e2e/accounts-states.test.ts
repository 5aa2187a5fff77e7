import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { type SilentServer, silentServer } from '../pages/silent-server.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');
const endpoints = endpointsOf(real);

/** Room for a whole record, so that a picture shows all of it. */
const tall = { height: 1500 };

describe('every state of the email accounts', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let silent: SilentServer;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon, silent] = await Promise.all([
      openChromium(),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
      silentServer(),
    ]);
    page = await pairBrowser(browser, daemon);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await silent[Symbol.asyncDispose]();
  });

  const to = async (address: string, words: string | RegExp) => {
    await page.evaluate(`void (location.hash = '${address}')`);
    await page.sees(words);
  };
  const openAccount = async (name: string) => {
    await to('#/accounts', 'oldest test');
    await page.click('link', name);
    await page.sees('Account ID');
  };

  it('no account yet', async () => {
    await page.sees('No email accounts yet');
    await looksRight(page, 'accounts-empty');
  });

  it('the list, full', async () => {
    await storeAccounts(daemon, exampleAccounts(endpoints));
    await testAccounts(daemon);
    await page.sees('3 of 8 worked');
    await looksRight(page, 'accounts-list');
  });

  it('a search without a hit', async () => {
    await page.press('/');
    await page.type('nobody@example');
    await page.sees('No accounts match');
    await looksRight(page, 'accounts-search');
    await page.click('button', 'Clear search and filters');
  });

  it('while Test all runs', async () => {
    await storeAccounts(daemon, [silent.account]);
    await page.sees('3 of 9 worked');
    await page.click('button', 'Test all');
    await page.sees('8 of 9 tested', 20_000);
    await page.sees('TLS…');
    await looksRight(page, 'accounts-running');
    await page.click('button', 'Cancel');
    await page.sees('3 of 9 worked');
  }, 45_000);

  it('a new account', async () => {
    await to('#/accounts/new', 'Related Links');
    await looksRight(page, 'record-new', tall);
  });

  it('a new account with all that is missing told at its fields', async () => {
    await page.click('button', 'Save');
    await page.sees('fields need attention');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toContain('need attention');
    await looksRight(page, 'record-errors', tall);
  });

  it('the question before plain text', async () => {
    const { imaps, username, password } = endpoints;
    await page.choose('Type', 'IMAP (reads mail)');
    const typed = { Name: 'Front desk', Server: imaps.server, 'User Name': username, Password: password };
    for (const [label, text] of Object.entries(typed)) await page.fill(label, text);
    for (const box of ['Enable SSL', 'Enable TLS']) await page.tick(box, false);
    await page.fill('Port', String(imaps.port));
    await page.click('button', 'Save');
    await page.sees('Send the password unencrypted?');
    await looksRight(page, 'record-plain');
    await page.press('Escape');
  });

  it('the question before an unusual address', async () => {
    await page.tick('Enable SSL', true);
    await page.click('button', 'Save');
    await page.sees('Connect to this address?');
    await looksRight(page, 'record-address');
    await page.press('Escape');
  });

  it('the question before leaving without saving', async () => {
    await page.click('link', 'Main Log');
    await page.sees('Leave without saving?');
    await looksRight(page, 'record-leave');
    await page.click('button', 'Discard changes');
    await page.sees('Saved filters');
  });

  it('a test that passed', async () => {
    await openAccount('Support inbox');
    await page.sees('The connection works');
    await looksRight(page, 'record-passed', tall);
  });

  it.each([
    ['password', 'Ada, password changed', 'User name or password is wrong'],
    ['certificate', 'Old server, certificate expired', 'certificate has expired'],
    ['name', 'Host name misspelled', 'does not exist'],
  ])('a test that failed with its cause and its steps: %s', async (state, name, cause) => {
    await openAccount(name);
    await page.sees(cause);
    await page.sees('What to do');
    await looksRight(page, `record-failed-${state}`, tall);
  });

  it('a test under way', async () => {
    await openAccount('Slow archive');
    await page.click('button', 'Test Connection');
    await page.sees('Testing the connection');
    await looksRight(page, 'record-running', tall);
    await page.click('button', 'Stop');
    await page.sees('The test was stopped');
  });

  it('a password that must be typed again for another server', async () => {
    await openAccount('Support inbox');
    await page.fill('Server', 'imap.acme.example');
    await page.sees('Type it again');
    await looksRight(page, 'record-moved', tall);
    await page.click('link', 'Main Log');
    await page.click('button', 'Discard changes');
  });

  it('the question before an account is deleted', async () => {
    await openAccount('Support inbox');
    await page.click('button', 'More actions');
    await page.click('button', 'Delete account');
    await page.sees('Delete Support inbox?');
    await looksRight(page, 'record-delete');
    await page.press('Escape');
  });

  it('a duplicate, which needs a password of its own', async () => {
    await page.click('button', 'Duplicate');
    await page.sees('Copy of Support inbox');
    await looksRight(page, 'record-duplicate', tall);
    await to('#/accounts', 'Password needed');
    await looksRight(page, 'accounts-duplicate');
  });

  it('no such account', async () => {
    await to('#/accounts/100000000000000001', 'There is no such account');
    await looksRight(page, 'record-missing');
  });

  it('the companion away: the list stays, and says how to start the companion', async () => {
    await to('#/accounts', 'oldest test');
    await daemon.stop();
    await page.sees('The companion is not running');
    await page.sees('Support inbox');
    await page.sees('--data-dir');
    await looksRight(page, 'accounts-away');
  });

  it('the companion away before anything was loaded', async () => {
    await page.reload();
    await page.sees('The companion is not running');
    await page.sees('--data-dir');
    await looksRight(page, 'accounts-away-empty');
  });

  it('the companion away from an open record, and back', async () => {
    await daemon.start();
    await openAccount('Support inbox');
    await daemon.stop();
    await page.sees('The companion is not running');
    await looksRight(page, 'record-away', tall);
    await page.click('button', 'Test Connection');
    await page.sees('The test could not start');
    await daemon.start();
    await page.sees('Now it does: try again.');
    await eventually(
      async () => !(await page.text('main')).includes('is not running') || undefined,
      'the companion',
    );
  });
});
