import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Id } from '../../shared/id.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fateAccounts } from '../letters/fate-accounts.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { focusComesTo } from '../pages/by-keyboard.ts';
import { downloadsOf, watchDownloads } from '../pages/chosen-file.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight, picture } from '../pages/looks-right.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { addressOf, sender } from '../servers/real/fates.ts';

const { ca, ports } = inject('realServers');
const tall = { widths: [1280, 700, 360], height: 1500 };
const { outbox, inbox } = fateAccounts(ports);
const wrong = { form: { ...inbox.form, name: 'Old password' }, password: 'last-years-password' };
const unsent = {
  form: { ...outbox.form, name: 'Outbox with an old password' },
  password: 'last-years-password',
};

/** Takes connections and says nothing. */
const silence = createServer((socket) => socket.on('error', () => {}));
beforeAll(async () => {
  silence.listen(0, '127.0.0.1');
  await once(silence, 'listening');
});
afterAll(() => silence.close());

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('letters go and come at once in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let ids: Id[];
  let silent: Id[];
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: ca } })]);
    page = await pairBrowser(browser, daemon);
    ids = await storeAccounts(daemon, [outbox, inbox, wrong, unsent]);
    const { port } = silence.address() as AddressInfo;
    const mute = ({ form }: typeof outbox, name: string) => ({
      form: { ...form, name, connection: { ...form.connection, server: '127.0.0.1', port } },
      password: 'a-password',
    });
    silent = await storeAccounts(daemon, [mute(outbox, 'Silent outbox'), mute(inbox, 'Silent inbox')]);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });
  const to = (address: string) => logRoom(page).to(address);
  const here = () => page.evaluate<string>('location.hash');
  const send = (subject: string) =>
    withCommandLine(daemon, (client) =>
      client.call('lettersSend', { accountId: ids[0], to: addressOf('inbox'), subject, text: 'Hello' }),
    );

  it('one click on a record sends a test letter to its own address, and tells what the server said', async () => {
    await to(`#/accounts/${ids[0]}`);
    await page.click('button', `Send a test letter to ${sender.username}`);
    await page.sees('The server accepted it', 20_000);
    await page.sees(/250 2\.0\.0 Ok: queued as \w+/);
    await page.sees('Queue ID of the server');
    await looksRight(page, 'record-test-letter', tall);
    await page.click('link', 'Open letter');
    await page.sees('Mailprobe test letter: Sales outbox');
    await page.sees('If you can read it');
  });

  it('what is unsaved is saved first', async () => {
    await to(`#/accounts/${ids[0]}`);
    await page.sees('Related Links');
    await page.fill('Email User Label', 'sales');
    await page.click('button', `Send a test letter to ${sender.username}`);
    await page.sees('Save the changes first: the letter is sent with the saved settings.');
    await page.click('button', 'Save');
    await page.sees('Saved');
  });

  it('one that fails says why', async () => {
    await to(`#/accounts/${ids[3]}`);
    await page.click('button', `Send a test letter to ${sender.username}`);
    await page.sees('User name or password is wrong', 20_000);
    await page.sees('Failed');
    await looksRight(page, 'record-test-letter-failed', { widths: [1280], height: 1500 });
  });

  it('the popup sends one as well', async () => {
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('Sales outbox');
    await popup.evaluate(
      `void [...document.querySelectorAll('.row-open')].find(({ innerText }) => innerText.includes('Sales outbox')).click()`,
    );
    await popup.click('button', `Send a test letter to ${sender.username}`);
    await popup.sees('The server accepted it', 20_000);
    expect(await axeViolations(popup)).toEqual([]);
    const inSight = `(() => {
      const box = document.querySelector('.popup-main').getBoundingClientRect();
      const { top, bottom } = document.querySelector('.test-letter').getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    })()`;
    await eventually(
      async () => (await popup.evaluate<boolean>(inSight)) || undefined,
      'the result in sight',
    );
    await picture(popup, `popup-test-letter-${name.toLowerCase()}`);
    await popup.close();
  });

  it('one at a time: another is not sent behind one that is on its way', async () => {
    await to(`#/accounts/${silent[0]}`);
    await page.click('button', `Send a test letter to ${sender.username}`);
    await page.sees('Open letter');
    await page.click('button', `Send a test letter to ${sender.username}`);
    await page.sees('It is still on its way');
    await page.sees('It is a test letter: it is not tried for longer than 15 minutes.');
    await to(`#/letters/outgoing?where=account+is+${silent[0]}`);
    await page.sees('1 letter');
  });

  it('one fetch at a time: another account says whose is under way, and can end it', async () => {
    await to(`#/accounts/${silent[1]}`);
    await page.click('button', 'Fetch now');
    await page.sees('Waiting for the server…');
    await to(`#/accounts/${ids[2]}`);
    await page.click('button', 'Fetch now');
    await page.sees('Letters of Silent inbox are being fetched');
    await looksRight(page, 'record-fetch-busy', { widths: [1280], height: 1500 });
    await page.click('button', 'Cancel that one');
    await to('#/letters/incoming');
    await page.sees('Cancelled.');
    await page.click('button', 'Close');
  });

  it('Fetch now on a record tells what came', async () => {
    await send('Fetched by hand');
    await to(`#/accounts/${ids[1]}`);
    await eventually(
      async () => {
        await page.click('button', 'Fetch now');
        await page.sees('New letters of Support inbox');
        await page.sees('Close');
        return /[1-9]\d* new letters?\.|One new letter\./.test(await page.text('.fetch')) || undefined;
      },
      'a letter',
      20_000,
    );
    await looksRight(page, 'record-fetched', tall);
    await page.click('link', 'Letters of this account');
    await page.sees('Fetched by hand');
    expect(await here()).toMatch(/^#\/letters\/incoming\?where=account\+is\+\d{18}$/);
  });

  it('Fetch now in Incoming Emails asks from which account, and the list shows what comes', async () => {
    await send('Comes while one looks');
    await to('#/letters/incoming');
    await page.sees('Fetched by hand');
    await eventually(
      async () => {
        await page.click('button', 'Fetch now');
        await page.click('button', 'Support inbox');
        await page.sees('New letters of Support inbox');
        const shown = await page.evaluate<boolean>(
          "document.querySelector('.records-table').innerText.includes('Comes while one looks')",
        );
        return shown || undefined;
      },
      'the letter in the list',
      20_000,
    );
    await looksRight(page, 'letters-fetched', { widths: [1280, 700, 360] });
    await page.click('button', 'Close');
    await focusComesTo(page, 'Fetch now');
  });

  it('a letter that was fetched from the default account by hand says so', async () => {
    const [, receiver = ''] = ids;
    const property = { name: 'default.email.account.receive', value: receiver } as const;
    await withCommandLine(daemon, (client) => client.call('propertiesSet', property));
    // Both browsers read the same mailbox.
    const subject = `From the default one, ${name}`;
    await send(subject);
    await to(`#/letters/incoming?where=${encodeURIComponent(`subject is "${subject}"`)}`);
    const row = `[...document.querySelectorAll('.records-subject a')].find(({ innerText }) => innerText.includes('${subject}'))`;
    await eventually(
      async () => {
        await page.click('button', 'Fetch now');
        await page.click('button', 'Support inbox (default)');
        await page.sees('New letters of Support inbox');
        return (await page.evaluate<boolean>(`${row} !== undefined`)) || undefined;
      },
      'the letter in the list',
      20_000,
    );
    await page.evaluate(`void ${row}.click()`);
    await page.sees('the default one for receiving');
    await withCommandLine(daemon, (client) => client.call('propertiesReset', { name: property.name }));
  });

  it('what came is saved as its server has it, and why it cannot be is told', async () => {
    const receives = (value: boolean) =>
      withCommandLine(daemon, (client) =>
        client.call('propertiesSet', { name: 'simple.email.read.active', value }),
      );
    const other = await browser.open('options.html#/letters/incoming?where=subject+is+"Fetched+by+hand"');
    await other.sees('End of the list.');
    await other.evaluate("void document.querySelector('.records-subject a').click()");
    await other.sees('Save as .eml');
    await watchDownloads(other);
    await other.click('button', 'Save as .eml');
    const saved = await eventually(
      async () => (await downloadsOf(other)).find(({ text }) => text !== ''),
      'the file',
    );
    expect(saved.name).toMatch(/^letter-\d{18}\.eml$/);
    expect(saved.text).toMatch(/^Return-Path: .+\r\n[^]*\r\nSubject: Fetched by hand\r\n[^]+\r\n\r\n/);
    await looksRight(other, 'letter-source', { widths: [1280, 360] });
    await receives(false);
    await other.click('button', 'Save as .eml');
    await other.sees('Receiving is switched off');
    await looksRight(other, 'letter-source-refused', { widths: [1280, 360] });
    await receives(true);
    await other.close();
  });

  it('one that fails tells the cause and what to do', async () => {
    await to('#/letters/incoming');
    await page.click('button', 'Fetch now');
    await page.click('button', 'Old password');
    await page.sees('What to do', 20_000);
    await page.sees('User name or password is wrong');
    await looksRight(page, 'letters-fetch-failed', { widths: [1280, 360] });
  });

  it('complains of nothing', () => {
    const own = (words: string) => !/^Failed to load resource|127\.0\.0\.1/.test(words);
    expect(page.complaints.filter(own)).toEqual([]);
  });
});
