import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { focusComesTo, focusedName, tabTo, typeInto } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { fieldValue } from '../pages/record-page.ts';
import { smallUser } from '../servers/real/users.ts';

const real = inject('realServers');

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a first account by keyboard alone in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    page = await pairBrowser(browser, daemon);
    await page.sees('No email accounts yet');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const gone = (words: string) =>
    eventually(async () => !(await page.text('form')).includes(words) || undefined, `no ${words}`);

  const portBecomes = (port: string) =>
    eventually(async () => (await fieldValue(page, 'Port')) === port || undefined, `port ${port}`);

  it('Enter on New account opens the form', async () => {
    await tabTo(page, 'New account');
    await page.press('Enter');
    await page.sees('Related Links');
  });

  it('what is missing is told in a summary that has the focus, each a way to its field', async () => {
    await page.press('Control+s');
    await page.sees('4 fields need attention');
    expect(await focusedName(page)).toContain('4 fields need attention');
    await tabTo(page, 'Name is missing.');
    await page.press('Enter');
    await focusComesTo(page, 'Name');
  });

  it('the port follows type and security, until a person types one', async () => {
    await page.type('Support inbox');
    await tabTo(page, 'Type');
    await page.press('ArrowUp');
    await portBecomes('465');
    await page.sees('Sender of every letter');
    await page.press('ArrowDown');
    await portBecomes('993');
    await gone('Sender of every letter');
  });

  it('SSL and TLS together are refused at once', async () => {
    await tabTo(page, 'Enable TLS');
    await page.press(' ');
    await page.sees('Enable SSL and Enable TLS exclude each other');
    await page.press(' ');
    await gone('exclude each other');
  });

  it('a typed password is shown on demand', async () => {
    await tabTo(page, 'Server', { back: true });
    await page.type('localhost');
    await typeInto(page, 'User Name', smallUser.username);
    await typeInto(page, 'Password', smallUser.password);
    const becomes = (type: string) =>
      eventually(
        async () =>
          (await page.evaluate<string>("document.querySelector('.password input').type")) === type ||
          undefined,
        type,
      );
    await becomes('password');
    await tabTo(page, 'Show what is typed');
    await page.press(' ');
    await becomes('text');
    await page.press(' ');
    await becomes('password');
  });

  it('Ctrl+Enter tests what is not saved yet, once its unusual place is confirmed', async () => {
    await typeInto(page, 'Port', String(real.ports.imaps));
    await page.press('Control+Enter');
    await page.sees('Connect to this address?');
    await focusComesTo(page, 'Do not connect');
    await tabTo(page, 'Connect to it');
    await page.press('Enter');
    await page.sees('The connection works', 25_000);
    await page.sees('5 messages');
    expect(await page.address()).toMatch(/#\/accounts\/new$/);
  });

  it('Ctrl+S saves, and the address is that of the record', async () => {
    await page.press('Control+s');
    await page.sees('Account ID');
    expect(await page.address()).toMatch(/#\/accounts\/\d{18}$/);
    const said = await page.text('.test');
    expect(said).toContain('The connection works');
    expect(said).not.toContain('The form was changed');
  });

  it('Set as default and Undo are one button, which keeps the focus', async () => {
    await tabTo(page, 'Set as default');
    await page.press('Enter');
    await page.sees('Default for receiving');
    await focusComesTo(page, 'Undo');
    await page.press('Enter');
    await focusComesTo(page, 'Set as default');
  });

  it('the menu opens by Enter, and a question that is declined gives the focus back', async () => {
    await tabTo(page, 'More actions', { back: true });
    await page.press('Enter');
    await page.press('Tab');
    await focusComesTo(page, 'New account');
    await tabTo(page, 'Delete account');
    await page.press('Enter');
    await page.sees('Delete Support inbox?');
    await focusComesTo(page, 'Keep it');
    await page.press('Escape');
    await focusComesTo(page, 'More actions');
  });

  it('a reload brings the same record, and Back leads to the list', async () => {
    await page.reload();
    await eventually(
      async () => (await fieldValue(page, 'Password')) === '' || undefined,
      'the record without the typed password',
    );
    expect(await fieldValue(page, 'Name')).toBe('Support inbox');
    // What was tested before it was saved is its result.
    await page.sees('The connection works');
    expect(await page.address()).toMatch(/#\/accounts\/\d{18}$/);
    await page.back();
    await page.sees('1 of 1 worked');
  });
});
