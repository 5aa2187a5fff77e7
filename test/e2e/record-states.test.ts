import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { tabTo } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';
import { smallUser } from '../servers/real/users.ts';

const real = inject('realServers');
const receive = 'default.email.account.receive';

/** Wide, and as narrow as a window gets; room for the whole record. */
const look = { widths: [1280, 360], height: 1700 };

describe('what the record of an account offers', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let support: string;
  let expired: string;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([
      openChromium(),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
    ]);
    const examples = exampleAccounts(endpointsOf(real));
    const ids = await storeAccounts(daemon, examples);
    await testAccounts(daemon);
    const idOf = (name: string) => ids[examples.findIndex(({ form }) => form.name === name)] ?? '';
    support = idOf('Support inbox');
    expired = idOf('Old server, certificate expired');
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
  const focusIs = (id: string) =>
    eventually(async () => (await page.evaluate('document.activeElement.id')) === id || undefined, id);
  const values = (...labels: string[]) => Promise.all(labels.map((label) => fieldValue(page, label)));

  it('an address of a known provider tells its server', async () => {
    await to('#/accounts/new', 'Related Links');
    await page.fill('User Name', 'ada@gmail.com');
    await page.sees('Use imap.gmail.com, 993, SSL');
    await looksRight(page, 'record-provider', look);
    await page.click('button', 'Use imap.gmail.com, 993, SSL');
    expect(await values('Server', 'Port')).toEqual(['imap.gmail.com', '993']);
    expect(await page.evaluate('document.activeElement.type')).toBe('password');
  });

  it('a pasted address is taken apart when the person wants it, and put together again', async () => {
    const pasted = 'submission://ada%40acme.example@mail.acme.example:2587/';
    await page.fill('Server', pasted);
    await page.sees('Take it apart:');
    await looksRight(page, 'record-split', look);
    await page.click('button', 'mail.acme.example · port 2587 · SMTP · TLS · user ada@acme.example');
    await page.sees('Taken apart.');
    expect(await values('Server', 'Port', 'User Name', 'Type')).toEqual([
      'mail.acme.example',
      '2587',
      'ada@acme.example',
      'smtp',
    ]);
    await page.click('button', 'Undo');
    expect(await values('Server', 'Port', 'User Name', 'Type')).toEqual([
      pasted,
      '993',
      'ada@gmail.com',
      'imap',
    ]);
    await page.click('link', 'Main Log');
    await page.click('button', 'Discard changes');
  });

  it('a change that is taken back leaves nothing unsaved', async () => {
    await to(`#/accounts/${support}`, 'Account ID');
    const server = await fieldValue(page, 'Server');
    await page.fill('Server', 'imap.acme.example');
    await page.sees('Unsaved changes');
    await page.fill('Server', server);
    await eventually(
      async () => !(await page.text('main')).includes('Unsaved changes') || undefined,
      'nothing unsaved',
    );
  });

  it('the menu of what is seldom done', async () => {
    await page.click('button', 'More actions');
    await page.sees('Delete account');
    await looksRight(page, 'record-menu', look);
    await page.press('Escape');
  });

  it('an account becomes the default, and that is taken back', async () => {
    await page.click('button', 'Set as default');
    await page.sees('Default for receiving');
    expect(await storedProperty(daemon, receive)).toBe(support);
    await looksRight(page, 'record-default', look);
    await page.click('button', 'Undo');
    await page.sees('Taken back');
    expect(await storedProperty(daemon, receive)).toBe('');
  });

  it('an inactive account says why it cannot be the default', async () => {
    await page.tick('Active', false);
    await page.click('button', 'Save');
    await page.sees('Only an active account can be the default. Switch Active on and save.');
    await tabTo(page, 'Set as default');
    await page.press('Enter');
    await looksRight(page, 'record-inactive', look);
    expect(
      await page.evaluate<string>(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText",
      ),
    ).toBe('Only an active account can be the default. Switch Active on and save.');
    expect(await storedProperty(daemon, receive)).toBe('');
    await page.tick('Active', true);
    await page.click('button', 'Save');
    await eventually(
      async () => !(await page.text('main')).includes('Only an active') || undefined,
      'no reason any more',
    );
  });

  it.each([
    ['the record is saved', () => page.click('button', 'Save')],
    [
      'the window is out of sight',
      () =>
        page.evaluate(`Object.defineProperty(document, 'hidden', { value: true, configurable: true });
          document.dispatchEvent(new Event('visibilitychange')); delete document.hidden`),
    ],
    ['half a minute is over', () => page.evaluate('void document.dispatchEvent(new Event("half a minute"))')],
  ])('a password that is shown is hidden again when %s', async (_when, happens) => {
    const typeOf = (type: string) =>
      eventually(
        async () =>
          (await page.evaluate("document.querySelector('.password input').type")) === type || undefined,
        type,
      );
    // Half a minute is over when the test says so.
    await page.evaluate(`if (!window.wait) {
      window.wait = setTimeout;
      window.setTimeout = (go, ms, ...more) =>
        ms === 30_000 ? document.addEventListener('half a minute', go) : wait(go, ms, ...more);
    }`);
    await page.fill('Password', smallUser.password);
    await typeOf('password');
    await page.click('button', 'Show what is typed');
    await typeOf('text');
    await happens();
    await typeOf('password');
  });

  it('a default that would become another type is warned about before it is saved', async () => {
    await page.click('button', 'Set as default');
    await page.sees('Default for receiving');
    await page.choose('Type', 'SMTP (sends mail)');
    await page.sees(`${receive} names this account: saved as SMTP, it is set back to empty.`);
    await looksRight(page, 'record-type-of-default', look);
    await page.choose('Type', 'POP3 (reads mail)');
    await eventually(
      async () => !(await page.text('main')).includes('set back to empty') || undefined,
      'no warning',
    );
    await page.choose('Type', 'IMAP (reads mail)');
  });

  it('a matching account takes over the password that was typed, for this once', async () => {
    await page.fill('Password', 'typed-a-moment-ago');
    await page.click('link', 'Create matching SMTP account');
    await page.click('button', 'Discard changes');
    await page.sees('Taken over from Support inbox');
    const drafted = ['Support inbox SMTP', 'smtp', 'localhost', 'small', '465'];
    const labels = ['Name', 'Type', 'Server', 'User Name', 'Port'];
    expect(await values(...labels, 'Password')).toEqual([...drafted, 'typed-a-moment-ago']);
    await looksRight(page, 'record-matching', look);
    expect(await page.address()).toMatch(new RegExp(`#/accounts/new\\?like=${support}$`));

    await page.click('link', 'System Properties');
    await page.click('button', 'Discard changes');
    await page.sees('What the companion does for all accounts.');
    await page.back();
    await page.sees('type it here once more');
    await page.reload();
    await page.sees('type it here once more');
    expect(await values(...labels, 'Password')).toEqual([...drafted, '']);
    await looksRight(page, 'record-matching-reloaded', look);
  });

  it('the certificate that a test has shown is pinned, and the pin is let go of', async () => {
    await to(`#/accounts/${expired}`, 'certificate has expired');
    await page.evaluate("void (document.querySelector('details:has(.certificate)').open = true)");
    await page.click('button', 'Pin this certificate');
    await focusIs('field-pin');
    await page.sees('Its key is pinned in this account.');
    await page.sees('Type it again');
    await looksRight(page, 'record-pinned', look);
    await page.fill('Password', smallUser.password);
    await page.click('button', 'Test Connection');
    await page.sees('The connection works');
    await page.click('button', 'Save');
    await page.sees('Saved');
    await page.click('button', 'Remove pin');
    await focusIs('field-insecure');
    await page.sees('Unsaved changes');
    await page.click('button', 'Save');
    await page.sees('Saved');
  });

  it('a name that is too long is told beside its field while it is typed', async () => {
    await to('#/accounts/new', 'Related Links');
    await page.fill('Name', 'n'.repeat(127));
    await page.type('nn');
    await page.sees('129 of 128 characters');
    await page.sees('Name is longer than 128 characters.');
    await looksRight(page, 'record-long-name', look);
    await page.click('link', 'Main Log');
    await page.click('button', 'Discard changes');
  });

  it('a matching account of none is told', async () => {
    await to('#/accounts/new?like=100000000000000001', 'There is no such account');
  });

  it.each([
    ['Support inbox', 'The connection works'],
    ['Ada, password changed', 'User name or password is wrong'],
  ])('the result of a test in a narrow window: %s', async (name, words) => {
    await to('#/accounts', 'oldest test');
    await page.click('link', name);
    await page.sees(words);
    await looksRight(page, `record-narrow-${name === 'Support inbox' ? 'passed' : 'failed'}`, {
      widths: [360],
      height: 1900,
    });
  });
});
