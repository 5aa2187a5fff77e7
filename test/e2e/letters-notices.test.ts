import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PropertyName } from '../../shared/properties.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fillWithLetters, nowhere } from '../letters/stored-letters.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { imapConnection } from '../store/examples.ts';

const inbox = {
  ...nowhere,
  form: {
    ...nowhere.form,
    name: 'Inbox nowhere',
    connection: { ...imapConnection, server: 'localhost', port: 1, allowAddress: true },
  },
};

describe('notices of the letters in Chromium', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([openChromium(), daemonProcess()]);
    page = await pairBrowser(browser, daemon);
    const [accountId = ''] = await storeAccounts(daemon, [nowhere, inbox]);
    await daemon.stop();
    await fillWithLetters(daemon.directory, accountId);
    await daemon.start();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });
  const set = (property: PropertyName, value: unknown) =>
    withCommandLine(daemon, (client) => client.call('propertiesSet', { name: property, value }));
  const to = (address: string) => logRoom(page).to(address);
  const words = () => page.evaluate<string>('document.body.innerText');
  const linked = (property: string) =>
    page.evaluate<number>(`document.querySelectorAll('#content a[href="#/properties/${property}"]').length`);

  it('that receiving is off is told beforehand and when letters are asked for, and leads to the property', async () => {
    await set('simple.email.read.active', false);
    await to('#/letters/incoming');
    await page.sees('Receiving is off');
    expect(await linked('simple.email.read.active')).toBe(1);
    await looksRight(page, 'letters-receiving-off', { widths: [1280, 360] });
    await page.click('button', 'Fetch now');
    await page.sees('switch on the property simple.email.read.active');
    await page.click('link', 'Open property');
    await page.sees('Receive mail');
  });

  it('what a fetch said goes when its room is left', async () => {
    await to('#/letters/incoming');
    await page.sees('Hello from outside');
    expect(await words()).not.toContain('Nothing was fetched');
    await set('simple.email.read.active', true);
  });

  it('what an export said stands in its own room alone', async () => {
    await to('#/letters/outgoing');
    await page.sees('Rejected');
    await page.click('button', 'Export');
    await page.click('button', 'As CSV (spreadsheets)');
    await page.sees(/letters exported: mailprobe-outgoing/);
    await to('#/letters/incoming');
    await page.sees('Hello from outside');
    expect(await words()).not.toContain('mailprobe-outgoing');
  });

  it('a round trip says beforehand that sending is off', async () => {
    await set('simple.email.smtp.active', false);
    await to('#/letters/round-trip');
    await page.sees('Sending is off');
    expect(await linked('simple.email.smtp.active')).toBe(1);
    await looksRight(page, 'round-trip-off', { widths: [1280, 360] });
  });

  it('on a narrow page the title stays at its side beside a count that needs a line of its own', async () => {
    await to('#/letters/incoming');
    await page.sees('Hello from outside');
    await page.look({ width: 360, height: 740 });
    await page.evaluate(
      `document.querySelector('.records-count').textContent = 'more than 10,000 letters, and more words'`,
    );
    await eventually(async () => (await words()).includes('more than 10,000') || undefined, 'the count');
    const left = "document.querySelector('.room-title').getBoundingClientRect().left";
    expect(await page.evaluate<number>(left)).toBeLessThan(40);
  });
});
