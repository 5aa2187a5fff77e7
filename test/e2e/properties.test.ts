import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { propertyNames } from '../../shared/properties.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { cliClient } from '../api/cli-client.ts';
import { looksRightNow as looksRight, picture } from '../pages/looks-right.ts';
import { type PropertiesRoom, propertiesRoom } from '../pages/properties-room.ts';

const send = 'default.email.account.send';
const receive = 'default.email.account.receive';
const every = 'mailprobe.test.every';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('System Properties in %s', (_name, open) => {
  let properties: PropertiesRoom;
  beforeAll(async () => {
    properties = await propertiesRoom(open);
  }, 90_000);
  afterAll(() => properties[Symbol.asyncDispose]());

  it('lists all with meaning, value and default, and finds one by name, meaning and value', async () => {
    const { room, shown, darkToo } = properties;
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
    await page.sees('No properties match “zebra”');
    await looksRight(page, shown('nothing'));
    await page.click('button', 'Clear search');
    await page.sees('8 properties');
    await page.close();
  });

  it('stands in groups, or sorted by name, by keyboard alone', async () => {
    const { room, shown } = properties;
    const page = await room();
    await page.sees('Default accounts');
    const names = () =>
      page.evaluate<string[]>("[...document.querySelectorAll('[data-property]')].map((link) => link.text)");
    const focused = () => page.evaluate<string>('document.activeElement.innerText.trim()');
    expect((await names())[0]).toBe(send);
    await page.evaluate("void document.querySelector('.properties-sort').focus()");
    await page.press('Enter');
    await page.press('Enter');
    expect(await page.address()).toMatch(/#\/properties\?sort=-name$/);
    expect(await names()).toEqual(propertyNames.toSorted().toReversed());
    await looksRight(page, shown('sorted'));
    await page.reload();
    await page.sees('8 properties');
    expect((await names())[0]).toBe('simple.email.test.user');
    await page.press('/');
    await page.press('ArrowDown');
    await page.press('ArrowDown');
    expect(await focused()).toBe('simple.email.smtp.active');
    await page.press('Home');
    await page.press('ArrowUp');
    await page.type('test.every');
    await page.sees('1 property');
    await page.press('Enter');
    await page.sees('Value now');
    await page.press('Escape');
    await page.sees('1 property');
    expect(await focused()).toBe(every);
    expect(await page.address()).toMatch(/\?find=test.every&sort=-name$/);
    await page.press('/');
    await page.press('Escape');
    await page.sees('8 properties');
    await page.close();
  });

  it('sets a default account by picking one that fits, by keyboard from the list and back', async () => {
    const { ids, room, shown, darkToo, stored } = properties;
    const page = await room('?find=send');
    await page.sees('No account chosen');
    await page.press('/');
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.sees('Same as now');
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
    const { ids, room, shown, stored } = properties;
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
    await page.fill('Account ID', ` "${ids.support.slice(0, 9)} ${ids.support.slice(9)}" `);
    expect(await page.evaluate<string>("document.querySelector('#value').value")).toBe(ids.support);
    await page.press('Control+s');
    await page.sees('Saved');
    expect(await stored(receive)).toBe(ids.support);
    await looksRight(page, shown('account-saved'));
    await page.click('link', 'Support · IMAP · imap.acme.example:993');
    await page.sees('Default for receiving');
    await page.click('link', 'Default for receiving');
    await page.sees('Value now');
    await page.close();
  });

  it('checks numbers and addresses by their rules, and turns a switch', async () => {
    const { room, shown, darkToo, forcedToo, stored } = properties;
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
    await forcedToo(sending, 'switch');
    await sending.click('button', 'Save');
    await sending.sees('Saved');
    expect(await stored('simple.email.smtp.active')).toBe(false);
    await sending.close();
  });

  it('follows a change made elsewhere, keeps what is being typed, and asks before it is lost', async () => {
    const { daemon, room, shown } = properties;
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
    const { room, stored } = properties;
    const page = await room(`/${every}`);
    await page.sees('Every 55 minutes');
    await page.click('button', 'Reset to default');
    await page.sees('Reset to its default');
    await page.sees('Same as now');
    expect(await stored(every)).toBe(0);
    await page.click('button', 'Undo');
    await page.sees('Every 55 minutes');
    expect(await stored(every)).toBe(55);
    await page.click('button', 'Reset to default');
    await page.sees('Same as now');
    await page.close();
  });

  it('is reached from the record of an account: set as default there, and named before it is lost', async () => {
    const { browser, daemon, ids, shown, stored } = properties;
    const client = await cliClient(daemon);
    await client.call('propertiesReset', { name: send });
    await client.call('sessionEnd', {});
    const page = await browser.open(`options.html#/accounts/${ids.sales}`);
    await page.click('button', 'Set as default');
    await page.sees('Default for sending');
    expect(await stored(send)).toBe(ids.sales);
    // Else the head of the page, which stays, may lie over the box.
    await page.evaluate('scrollTo(0, 0)');
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
});
