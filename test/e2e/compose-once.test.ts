import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Condition } from '../../shared/condition.ts';
import type { Id } from '../../shared/id.ts';
import type { RouteBody } from '../../shared/routes.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fateAccounts } from '../letters/fate-accounts.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { addressOf, sender } from '../servers/real/fates.ts';

const { ca, ports } = inject('realServers');

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a letter is sent once in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let outbox: Id;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: ca } })]);
    page = await pairBrowser(browser, daemon);
    [outbox = ''] = await storeAccounts(daemon, [fateAccounts(ports).outbox]);
    await withCommandLine(daemon, async (client) => {
      await client.call('propertiesSet', { name: 'default.email.account.send', value: outbox });
      // A letter that waits offers to be given up where Send was.
      await client.call('propertiesSet', { name: 'simple.email.smtp.active', value: false });
    });
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });
  const begin = async (subject: string) => {
    await logRoom(page).to('#/log');
    await logRoom(page).to('#/letters/new');
    await page.sees('The default account:');
    await page.fill('To', addressOf('inbox'));
    await page.fill('Subject', subject);
  };
  const isSent = (one: ExtensionPage) =>
    eventually(
      async () => /^#\/letters\/\d{18}/.test(await one.evaluate<string>('location.hash')) || undefined,
      'the letter',
    );
  const sent = async (subject: string) => {
    const condition: Condition = {
      combinator: 'and',
      rules: [{ field: 'subject', operator: 'is', value: subject }],
    };
    const asked: RouteBody<'lettersQuery'> = { direction: 'outgoing', condition, zone: 'UTC', limit: 10 };
    const { records } = await withCommandLine(daemon, (client) => client.call('lettersQuery', asked));
    return records.map(({ status }) => status);
  };

  it('by a key that is pressed twice', async () => {
    await begin('Two keys');
    await Promise.all([page.press('Control+Enter'), page.press('Control+Enter')]);
    await isSent(page);
    expect(await sent('Two keys')).toEqual(['Ready']);
  });

  it('by two keys within one moment', async () => {
    await begin('At once');
    const key = `document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))`;
    await page.evaluate(`void (${key}, ${key}, setTimeout(() => ${key}, 0))`);
    await isSent(page);
    expect(await sent('At once')).toEqual(['Ready']);
  });

  it('and not at all by a key that is still held', async () => {
    await begin('Held');
    await page.evaluate(
      `void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, repeat: true, bubbles: true }))`,
    );
    await page.press('Tab');
    expect(await sent('Held')).toEqual([]);
    await page.press('Meta+Enter');
    await isSent(page);
    expect(await sent('Held')).toEqual(['Ready']);
  });

  it('by a double click, whose second half does nothing to the letter', async () => {
    // Where Send was, its page has a link to this one.
    await begin('Before');
    await page.click('button', 'Send');
    await isSent(page);
    await begin('Two clicks');
    await page.doubleClick('button', 'Send');
    await isSent(page);
    await page.sees('Sending is off (simple.email.smtp.active).');
    expect(await page.text('h1')).toBe('Two clicks');
    expect(await sent('Two clicks')).toEqual(['Ready']);
    // A click of its own is heard.
    await page.click('button', 'Give up');
    await page.sees('Send again');
    expect(await sent('Two clicks')).toEqual(['Failed']);
  });

  it('and a double click on what can be done about it does that alone', async () => {
    await begin('Acts');
    await page.click('button', 'Send');
    await isSent(page);
    const becomes = async (status: string, next: string) => {
      await eventually(async () => (await sent('Acts')).join() === status || undefined, status);
      await page.sees(next);
      // Had the second click done anything, it would be done by now.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await sent('Acts')).toEqual([status]);
    };
    await page.sees('Sending is off');
    await page.doubleClick('button', 'Give up');
    await becomes('Failed', 'Send again');
    await page.doubleClick('button', 'Send again');
    await becomes('Ready', 'Give up');
  });

  it('to test an account, by a double click too', async () => {
    await logRoom(page).to(`#/accounts/${outbox}`);
    await page.doubleClick('button', `Send a test letter to ${sender.username}`);
    await page.sees('Sending is off (simple.email.smtp.active).');
    expect(await sent('Mailprobe test letter: Sales outbox')).toEqual(['Ready']);
    // Nobody asked for another one.
    expect(await page.text('.test-letter')).not.toContain('It is still on its way');
  });

  it('from either of two windows, each with its own text', async () => {
    await begin('Window one');
    await page.fill('Text', 'The text of the first');
    const other = await browser.open('options.html#/letters/new');
    await other.sees('The default account:');
    expect(await fieldValue(other, 'Text')).toBe('');
    await other.fill('To', addressOf('inbox'));
    await other.fill('Subject', 'Window two');
    await other.fill('Text', 'The text of the second');
    await other.press('Control+Enter');
    await isSent(other);
    expect(await sent('Window two')).toEqual(['Ready']);
    expect(await sent('Window one')).toEqual([]);
    await other.close();
    expect(await fieldValue(page, 'Text')).toBe('The text of the first');
    await page.press('Control+Enter');
    await isSent(page);
    expect(await sent('Window one')).toEqual(['Ready']);
    expect(await sent('Window two')).toEqual(['Ready']);
  });
});
