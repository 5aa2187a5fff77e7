import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PropertyName } from '../../shared/properties.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type Look } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { cliClient } from '../api/cli-client.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRightNow as looksRight, picture } from '../pages/looks-right.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';

const send = 'default.email.account.send';
const receive = 'default.email.account.receive';
const every = 'mailprobe.test.every';
const accounts = [
  { name: 'Sales', label: '', active: true, connection: smtpConnection },
  { name: 'Support', label: '', active: true, connection: imapConnection },
].map((form) => ({ form, password: 'hunter2-secret' }));

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('System Properties in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let ids: { sales: string; support: string };
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await (await pairBrowser(browser, daemon)).close();
    const [sales = '', support = ''] = await storeAccounts(daemon, accounts);
    ids = { sales, support };
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const room = (address = '', look?: Look) => browser.open(`options.html#/properties${address}`, look);
  const shown = (state: string) => `properties-${state}-${name.toLowerCase()}`;
  /** The same address dark and narrow, where the browser can be told to be dark. */
  const darkToo = async (address: string, state: string, words: string | RegExp) => {
    if (browser.name === 'firefox') return;
    for (const width of [1280, 380]) {
      const page = await room(address, { width, theme: 'dark' });
      await page.sees(words);
      await looksRight(page, shown(`${state}-dark-${width}`));
      await page.close();
    }
  };
  const stored = (property: PropertyName) => storedProperty(daemon, property);

  it('lists all with meaning, value and default, and finds one by name, meaning and value', async () => {
    const page = await room();
    await page.sees('8 properties');
    await page.sees('1,000,000 records');
    await looksRight(page, shown('list'));
    await darkToo('', 'list', '8 properties');
    await page.press('/');
    await page.type('outgoing letter');
    await page.sees('1 property');
    expect(await page.text('tbody')).toContain(send);
    expect(await page.address()).toContain('?find=outgoing+letter');
    await page.fill('Search properties', 'zebra');
    await page.sees('No property fits “zebra”');
    await looksRight(page, shown('nothing'));
    await page.click('button', 'Clear search');
    await page.sees('8 properties');
    await page.close();
  });

  it('sets a default account by picking one that fits, by keyboard from the list and back', async () => {
    const page = await room('?find=send');
    await page.sees('No account chosen');
    await page.press('/');
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.sees('This is the default.');
    const offered = await page.evaluate<string[]>(
      "[...document.querySelectorAll('#value-pick option')].map(({ text }) => text)",
    );
    expect(offered).toEqual(['None', 'Sales · SMTP · mx.acme.example:465']);
    await page.choose('Account', 'Sales · SMTP · mx.acme.example:465');
    await page.sees('Unsaved changes');
    await page.click('button', 'Save');
    await page.sees('Saved');
    await page.sees(/just now by \w+/);
    expect(await stored(send)).toBe(ids.sales);
    await looksRight(page, shown('account'));
    await darkToo(`/${send}`, 'account', 'just now');
    await page.click('button', 'Cancel');
    await page.sees('Sales · SMTP · mx.acme.example:465');
    expect(await page.address()).toMatch(/#\/properties\?find=send$/);
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe(send);
    await page.close();
  });

  it('takes a pasted id, and refuses one that cannot be with the reason beside the field', async () => {
    const page = await room(`/${receive}`);
    await page.fill('Account ID', ids.sales);
    const wrong = `${receive} takes an IMAP or POP3 account, and Sales is SMTP.`;
    await page.sees(wrong);
    await page.click('button', 'Save');
    await page.sees(wrong);
    const focused = () => page.evaluate<string>('document.activeElement.id');
    await eventually(async () => (await focused()) === 'value' || undefined, 'the focus in the field');
    await looksRight(page, shown('refused'));
    await page.fill('Account ID', '12');
    await page.click('button', 'Save');
    await page.sees('takes the id of an account (18 digits), or nothing.');
    expect(await stored(receive)).toBe('');
    await page.fill('Account ID', ids.support);
    await page.click('button', 'Save');
    await page.sees('Saved');
    expect(await stored(receive)).toBe(ids.support);
    await page.close();
  });

  it('checks numbers and addresses by their rules, and turns a switch', async () => {
    const page = await room(`/${every}`);
    await page.fill('Value', '20000');
    await page.press('Enter');
    await page.sees(`${every} is a whole number of minutes from 0 to 10080.`);
    await looksRight(page, shown('number-refused'));
    await page.fill('Value', '30');
    await page.sees('Every 30 minutes.');
    await page.press('Enter');
    await page.sees('Saved');
    await page.close();

    const lines = await room('/simple.email.test.user');
    await lines.fill('Addresses', 'Ada <ada@acme.example>');
    await lines.click('button', 'Save');
    await lines.sees('“Ada <ada@acme.example>” is not an email address');
    await looksRight(lines, shown('addresses-refused'));
    await darkToo('/simple.email.test.user', 'addresses', 'One address a line');
    await lines.fill('Addresses', 'ada@acme.example');
    await lines.click('button', 'Save');
    await lines.sees('Saved');
    expect(await stored('simple.email.test.user')).toEqual(['ada@acme.example']);
    await lines.close();

    const sending = await room('/simple.email.smtp.active');
    await sending.click('switch', 'Send mail');
    await looksRight(sending, shown('switch'));
    await sending.click('button', 'Save');
    await sending.sees('Saved');
    expect(await stored('simple.email.smtp.active')).toBe(false);
    await sending.close();
  });

  it('follows a change made elsewhere, keeps what is being typed, and asks before it is lost', async () => {
    const page = await room(`/${every}`);
    await page.sees('Every 30 minutes');
    const client = await cliClient(daemon);
    await client.call('propertiesSet', { name: every, value: 45 });
    await page.sees('Every 45 minutes');
    expect(await page.evaluate<string>("document.querySelector('#value').value")).toBe('45');
    await page.fill('Value', '50');
    await client.call('propertiesSet', { name: every, value: 55 });
    await page.sees('Meanwhile it was set elsewhere to: Every 55 minutes.');
    await client.call('sessionEnd', {});
    await looksRight(page, shown('elsewhere'));
    await page.click('link', 'Main Log');
    await page.sees('Leave without saving?');
    expect(await axeViolations(page)).toEqual([]);
    await page.click('button', 'Keep editing');
    expect(await page.address()).toContain(every);
    await page.click('link', 'Main Log');
    await page.click('button', 'Discard changes');
    await page.sees(`Property ${every} was set to 55.`);
    await page.close();
  });

  it('resets to the default, and the list says so', async () => {
    const page = await room(`/${every}`);
    await page.sees('Every 55 minutes');
    await page.click('button', 'Reset to default');
    await page.sees('Reset to its default');
    await page.sees('This is the default.');
    expect(await stored(every)).toBe(0);
    await page.close();
  });

  it('is reached from the record of an account: set as default there, and named before it is lost', async () => {
    const client = await cliClient(daemon);
    await client.call('propertiesReset', { name: send });
    await client.call('sessionEnd', {});
    const page = await browser.open(`options.html#/accounts/${ids.sales}`);
    await page.click('button', 'Set as default');
    await page.sees('Default for sending');
    expect(await stored(send)).toBe(ids.sales);
    await page.tick('Active', false);
    await page.sees(`${send} names this account: saved as inactive, it is set back to empty.`);
    await picture(page, shown('record-inactive'));
    await page.tick('Active', true);
    await page.click('button', 'More actions');
    await page.click('button', 'Delete account');
    await page.sees(`${send} names this account and is set back to empty.`);
    await picture(page, shown('record-delete'));
    // The menu has a button of the same name.
    await page.evaluate("void document.querySelector('dialog .button-danger').click()");
    await eventually(async () => ((await stored(send)) === '' ? true : undefined), 'the empty property');
    await page.close();
  });

  it('loses nothing that is typed while the companion is away', async () => {
    const page = await room('/mailprobe.log.keep.days');
    await page.sees('90 days');
    await page.fill('Value', '60');
    await daemon.stop();
    await page.sees('The companion does not answer. This is what it said last');
    await page.click('button', 'Save');
    await page.sees('Not saved');
    await looksRight(page, shown('away'));
    await daemon.start();
    const back = async () => ((await page.text('main')).includes('what it said last') ? undefined : true);
    await eventually(back, 'the companion’s return', 15_000);
    await page.click('button', 'Save');
    await page.sees('Saved');
    expect(await stored('mailprobe.log.keep.days')).toBe(60);
    await page.close();
  }, 60_000);

  it('says where the properties are while the companion is away, and shows them when it is back', async () => {
    await daemon.stop();
    await darkToo('', 'away-unknown', 'The companion is not running');
    const page = await room();
    await page.sees('The companion is not running');
    await looksRight(page, shown('away-unknown'));
    await daemon.start();
    await page.sees('8 properties', 15_000);
    await page.close();
  }, 60_000);

  it('has an answer to an address that names no property', async () => {
    const page = await room('/mailprobe.test.never');
    await page.sees('There is no such property');
    await looksRight(page, shown('missing'));
    await page.click('link', 'Back to System Properties');
    await page.sees('8 properties');
    await page.close();
  });
});
