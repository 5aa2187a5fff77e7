import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fateAccounts } from '../letters/fate-accounts.ts';
import { received } from '../letters/received.ts';
import { focusComesTo, focusedName, typeInto } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { addressOf, sender } from '../servers/real/fates.ts';

const { ca, ports } = inject('realServers');
const widths = [1280, 700, 360];
const bob = addressOf('inbox');

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a letter is written in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let outbox: Id;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: ca } })]);
    page = await pairBrowser(browser, daemon);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });
  const here = () => page.evaluate<string>('location.hash');
  const set = (property: PropertyName, value: unknown) =>
    withCommandLine(daemon, (client) => client.call('propertiesSet', { name: property, value }));
  const to = (address: string) => logRoom(page).to(address);
  const sentId = async () => {
    await eventually(async () => /^#\/letters\/\d{18}/.test(await here()) || undefined, 'the letter');
    return /\d{18}/.exec(await here())?.[0] ?? '';
  };
  const letter = async (id: string) =>
    (await withCommandLine(daemon, (client) => client.call('lettersGet', { id }))).letter;

  it('without an account it says what is missing, and leads there', async () => {
    await to('#/letters/outgoing');
    await page.sees('No letters have been sent yet');
    await page.click('link', 'New letter');
    await page.sees('There is no active SMTP account to send from.');
    await page.press('Control+Enter');
    await page.sees('2 fields need attention');
    // One message: nobody is to choose what is not there.
    expect(await page.evaluate("document.querySelector('.field-wrong select').selectedOptions[0].text")).toBe(
      'No account',
    );
    expect(await page.text('.field-wrong')).toMatch(
      /There is no active SMTP account to send from\.\s+New account$/,
    );
    expect(await page.text('main')).not.toContain('Choose an account');
    expect(await page.evaluate('document.activeElement.className')).toContain('notice');
    await looksRight(page, 'compose-no-account', { widths });
    await page.click('link', 'New account');
    expect(await here()).toBe('#/accounts/new');
  });

  it('without a default one it says which property to set, and takes another', async () => {
    const { outbox: example, inbox } = fateAccounts(ports);
    [outbox = ''] = await storeAccounts(daemon, [example, inbox]);
    await to('#/letters/new');
    await page.sees('There is no default account for sending.');
    await looksRight(page, 'compose-no-default', { widths: [1280] });
    await page.click('link', 'default.email.account.send');
    await page.sees('SMTP account for every outgoing letter that names none');
    await set('default.email.account.send', outbox);
  });

  it('many recipients on one line are all in sight, up to six lines of them', async () => {
    const lines = () =>
      page.evaluate<number>(
        "(({ clientHeight }, { lineHeight, paddingTop }) => Math.round((clientHeight - 2 * parseFloat(paddingTop)) / parseFloat(lineHeight)))(document.querySelector('#field-to'), getComputedStyle(document.querySelector('#field-to')))",
      );
    const grows = await page.evaluate<boolean>("CSS.supports('field-sizing', 'content')");
    const linesBecome = (count: number) =>
      eventually(async () => (await lines()) === count || undefined, `${count} lines`);
    await to('#/letters/new');
    await focusComesTo(page, 'To');
    await linesBecome(1);
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `ada${at}@acme.example`).join(', ');
    await page.fill('To', many(200));
    await linesBecome(grows ? 6 : 1);
    await looksRight(page, 'compose-many-recipients', { widths: [1280, 360] });
    await page.fill('To', '');
    await linesBecome(1);
    await to('#/log');
  });

  it('with all wrong, each field says why, and the summary leads to it', async () => {
    await to('#/letters/new');
    await page.sees('The default account:');
    await focusComesTo(page, 'To');
    await page.type('ada, bob@example.com');
    await typeInto(page, 'Bcc', 'eve@');
    await typeInto(page, 'Subject', 'Hello');
    await page.sees('“ada” is not an email address');
    await page.press('Control+Enter');
    await page.sees('2 fields need attention');
    await looksRight(page, 'compose-errors', { widths });
    await page.click(
      'link',
      '“eve@” is not an email address: write ada@example.com or Ada <ada@example.com>.',
    );
    expect(await focusedName(page)).toBe('Bcc');
    expect(await here()).toBe('#/letters/new');
  });

  it('what is written is not left without a question', async () => {
    await page.click('link', 'Main Log');
    await page.sees('Leave without sending?');
    if (name === 'Chromium') await looksRight(page, 'compose-leave', { widths: [1280] });
    await page.click('button', 'Keep writing');
    expect(await fieldValue(page, 'To')).toBe('ada, bob@example.com');
    await page.click('link', 'Main Log');
    await page.click('button', 'Discard letter');
    await eventually(async () => (await here()) === '#/log' || undefined, 'the log');
  });

  it('while the companion is away nothing of it is lost, and it arrives in a mailbox', async () => {
    await to('#/letters/new');
    await page.sees('The default account:');
    await page.fill('To', `Bob <${bob}>\ninbox@fate.test`);
    await page.fill('Bcc', 'eve@nowhere.test');
    await page.fill('Subject', 'Grüße — привет');
    await page.fill('Text', 'First line\n\nThird line');
    await daemon.stop();
    await page.sees('The companion is not running');
    await page.press('Control+Enter');
    await page.sees('Not sent');
    await looksRight(page, 'compose-away', { widths });
    await daemon.start();
    await page.sees('Now it does: try again.');
    expect(await fieldValue(page, 'Text')).toBe('First line\n\nThird line');
    await page.press('Control+Enter');
    const id = await sentId();
    await page.sees('The server accepted it', 20_000);
    const { messageId = '', queueId = '', byDefault } = await letter(id);
    expect(byDefault).toBe(true);
    await page.sees(queueId);
    await page.sees('the default one, since the letter named none');
    await looksRight(page, 'compose-sent', { widths });
    const [arrived, ...others] = await received(ports.imaps, [messageId]);
    expect(others).toEqual([]);
    expect(arrived?.source).toContain('First line\r\n\r\nThird line');
    // Back leads to where one was before, not to an empty form.
    await page.back();
    await eventually(async () => (await here()) === '#/log' || undefined, 'the log');
  });

  it('one that is refused says so on its page', async () => {
    await to('#/letters/new');
    await page.sees('The default account:');
    await page.fill('To', addressOf('refused'));
    await page.click('button', 'Send');
    await page.sees('550 5.1.1', 20_000);
    await page.sees('It was not sent, and is not tried again by itself.');
    expect(await letter(await sentId())).toMatchObject({
      status: 'Failed',
      failureKind: 'recipient_rejected',
    });
  });

  it('what properties make of it is told beforehand', async () => {
    await set('simple.email.test.user', [sender.username, bob]);
    await set('simple.email.smtp.active', false);
    await to('#/letters/new');
    await page.sees('Sending is off');
    await page.sees('The letter goes to other addresses');
    await page.sees(`${sender.username}, ${bob}`);
    await looksRight(page, 'compose-redirected', { widths });
    await page.fill('To', 'eve@nowhere.test');
    await page.fill('Subject', 'Redirected');
    await page.click('button', 'Send');
    const id = await sentId();
    await page.sees('Sending is off (simple.email.smtp.active).');
    await set('simple.email.smtp.active', true);
    await page.sees('The server accepted it', 20_000);
    await page.sees('Sent to instead');
    expect(await letter(id)).toMatchObject({ redirectedTo: `${sender.username}, ${bob}` });
    await to('#/letters/outgoing');
    await page.sees(`${sender.username}, ${bob} instead of eve@nowhere.test`);
    await set('simple.email.test.user', []);
  });

  it('the letter that tests an account is filled in', async () => {
    await to(`#/letters/new?account=${outbox}&test`);
    expect(await fieldValue(page, 'To')).toBe(sender.username);
    expect(await fieldValue(page, 'Subject')).toBe('Mailprobe test letter: Sales outbox');
    await page.sees('This is a test letter');
    if (name === 'Chromium') await looksRight(page, 'compose-test', { widths: [1280, 360] });
    await page.click('button', 'Send');
    const id = await sentId();
    await page.sees('The server accepted it', 20_000);
    expect(await letter(id)).toMatchObject({
      accountId: outbox,
      byDefault: false,
      triedUntil: expect.any(String),
    });
  });

  it('complains of nothing', () => {
    const own = (words: string) => !/^Failed to load resource|127\.0\.0\.1/.test(words);
    expect(page.complaints.filter(own)).toEqual([]);
  });
});
