import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { strangeMailbox, tripMailbox, tripSender } from '../pages/trip-accounts.ts';

const real = inject('realServers');
const browsers = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
] as const;
const onlyOne = process.env['BROWSER'];
const widths = [1280, 700, 360];
const fates = ['inbox', 'junk', 'held', 'slow', 'deferred', 'refused-later', 'spoofed'] as const;

for (const [name, open] of browsers.filter(([each]) => !onlyOne || each === onlyOne))
  describe(`a round trip in ${name}`, { shuffle: false, timeout: 60_000 }, () => {
    let browser: ExtensionBrowser;
    let daemon: DaemonProcess;
    let page: ExtensionPage;
    let ids: Record<string, string>;
    beforeAll(async () => {
      [browser, daemon] = await Promise.all([open(), daemonProcess()]);
      page = await pairBrowser(browser, daemon);
    }, 60_000);
    afterAll(async () => {
      await browser[Symbol.asyncDispose]();
      await daemon[Symbol.asyncDispose]();
    });
    const here = () => page.evaluate<string>('location.hash');
    const to = (hash: string) => logRoom(page).to(hash);
    const chosen = (id: string) =>
      page.evaluate<string>(`document.querySelector('#${id}').selectedOptions[0].innerText`);
    const stations = () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('.station')].map((each) => each.innerText.replaceAll('\\n', ' '))",
      );
    /** To another fate than that of the mailbox, where one is named. */
    const travel = async (mailbox: string, recipient = '') => {
      await to(`#/letters/round-trip?from=${ids['Sender']}&to=${ids[mailbox]}`);
      await eventually(
        async () => (await chosen('trip-to')).startsWith(mailbox) || undefined,
        `the mailbox ${mailbox}`,
      );
      await page.fill('Recipient', recipient);
      await page.evaluate("void document.querySelector('.trip-start button').click()");
    };

    it('says what it needs while there are no accounts, and leads there', async () => {
      await to('#/letters/round-trip');
      await page.sees('There is no active account that sends (SMTP).');
      await looksRight(page, 'round-trip-empty', { widths });
      expect(await page.text('.side-link[aria-current]')).toBe('Round Trip');
      const accounts = [
        tripSender(real),
        ...fates.map((fate) => tripMailbox(real, fate)),
        tripMailbox(real, 'inbox', 'pop3'),
        strangeMailbox(),
      ];
      const stored = await storeAccounts(daemon, accounts);
      ids = Object.fromEntries(accounts.map(({ form }, at) => [form.name, stored[at] ?? '']));
      await withCommandLine(daemon, async (client) => {
        for (const [name, account] of [
          ['default.email.account.send', 'Sender'],
          ['default.email.account.receive', 'inbox'],
        ] as const)
          await client.call('propertiesSet', { name, value: ids[account] ?? '' });
      });
    });

    it('the default accounts are chosen, and mailboxes at the same provider come first', async () => {
      await page.sees('Send and watch');
      await eventually(
        async () => (await chosen('trip-to')).startsWith('inbox') || undefined,
        'the default mailbox',
      );
      expect(await chosen('trip-from')).toMatch(/^Sender · SMTP/);
      const groups = () =>
        page.evaluate<string>(
          "[...document.querySelectorAll('#trip-to optgroup')].map(({ label, children }) => label + ': ' + children.length).join()",
        );
      const expected = `At the same provider: ${fates.length + 1},Elsewhere: 1`;
      await eventually(async () => (await groups()) === expected || undefined, expected);
      await looksRight(page, 'round-trip-ready', { widths });
    });

    it('by keys alone: where the letter arrived, by which way, how it was judged; and it is gone again', async () => {
      const mayDelete = () => page.evaluate<boolean>("document.querySelector('#trip-clean').checked");
      expect(await mayDelete()).toBe(false);
      await page.evaluate("void document.querySelector('#trip-clean').focus()");
      await page.press(' ');
      expect(await mayDelete()).toBe(true);
      await page.evaluate("void document.querySelector('.trip-start button').focus()");
      await page.press('Enter');
      await page.sees('It arrived in INBOX after');
      const way = await stations();
      expect(way[2]).toMatch(/^done: Accepted by the sending server [\d.]+ s Queue ID \w+ .*queued as/);
      expect(way.some((each) => /^done: mx\.fate\.test \(ESMTP\) \+\d s/.test(each))).toBe(true);
      expect(way.at(-2)).toMatch(/^done: Found in INBOX [\d.]+ s$/);
      expect(way.at(-1)).toBe('done: Deleted again from the mailbox');
      await page.sees('Judged by mx.fate.test');
      await page.sees('SPF or DKIM vouches for the domain in From.');
      await looksRight(page, 'round-trip-inbox', { widths, height: 1_100 });
      // What was allowed for this mailbox is meant again, also after a reload.
      await page.reload();
      await page.sees('Deleted again from the mailbox');
      expect(await mayDelete()).toBe(true);
    });

    it('its journey can be copied for somebody who does not see the page', async () => {
      await page.click('button', 'Copy journey');
      await page.sees('Copied');
    });

    it('the letter as it was sent and the log of the trip are one click away, and the journey is still there', async () => {
      await page.click('link', 'The letter as it was sent');
      await page.sees('Mailprobe round trip mp');
      await page.sees('Processed');
      await page.evaluate('history.back()');
      await page.sees('It arrived in INBOX after');
      await page.click('link', 'Log records of this trip');
      await page.sees('it arrived in INBOX after');
      await page.evaluate('history.back()');
      await page.sees('It arrived in INBOX after');
    });

    it('in junk: it says so, and what to do', async () => {
      await travel('junk');
      await page.sees('It arrived in Junk, among the junk, after');
      await page.sees('Ask whoever receives it to mark it as wanted');
      await looksRight(page, 'round-trip-junk', { widths, height: 1_100 });
    });

    it('a slow server stands out, and so does what speaks against the sender', async () => {
      await travel('slow');
      await page.sees(/\+[3-9] s · slow/);
      await page.sees('It arrived in INBOX after');
      await looksRight(page, 'round-trip-slow', { widths: [1280, 360], height: 1_100 });
      await travel('spoofed');
      await page.sees('The receiving server found something wrong: SPF (fail), DMARC (fail).');
      await page.sees('Neither SPF nor DKIM vouches for the domain in From.');
    });

    it('a letter that is put off is told with the words of the server', async () => {
      await travel('deferred');
      await page.sees('The sending server did not take it for now');
      await page.sees(/451 4\.3\.2/);
      expect((await stations())[2]).toMatch(/^failed: Handing it to the sending server/);
      await looksRight(page, 'round-trip-deferred', { widths, height: 1_100 });
    });

    it('while it waits it counts, goes on in another room, and can be cancelled', async () => {
      await travel('held');
      await page.sees(/Waiting for the letter\s+[1-9] of 120 s/);
      await looksRight(page, 'round-trip-waiting', { widths });
      await page.click('link', 'Causes');
      await page.sees('Search');
      await page.click('link', 'Round Trip');
      await page.sees('The letter is on its way');
      await page.click('button', 'Cancel');
      await page.sees('Cancelled');
      await page.sees(/The sending server had accepted it, and calls it \w+: it may still arrive/);
      await looksRight(page, 'round-trip-cancelled', { widths: [1280] });
    });

    it('two windows each show their own trip, whatever is chosen meanwhile', async () => {
      await travel('held');
      await page.sees('Waiting for the letter');
      const other = await browser.open(
        `options.html#/letters/round-trip?from=${ids['Sender']}&to=${ids['junk']}`,
      );
      await other.click('button', 'Send and watch');
      await other.sees('It arrived in Junk');
      expect(await other.text('.trip-pair')).toBe('Send from: Sender · Receive in: junk');
      await other.close();
      await to(`#/letters/round-trip?from=${ids['Sender']}&to=${ids['inbox']}`);
      await eventually(async () => (await chosen('trip-to')).startsWith('inbox') || undefined, 'inbox');
      expect(await page.text('.trip-pair')).toBe('Send from: Sender · Receive in: held');
      expect(await page.text('.trip-start')).toBe('Send and watch');
    });

    it('a reload keeps what was known, says that nobody watched on, and leads to where to look', async () => {
      await page.sees(/Queue ID \w+/);
      await page.reload();
      await page.sees('The page was reloaded before the end');
      // What was allowed for another mailbox is not meant for this one.
      expect(await page.evaluate("document.querySelector('#trip-clean').checked")).toBe(false);
      await page.sees(/calls it \w+: it may still arrive/);
      expect(await page.text('.trip-pair')).toBe('Send from: Sender · Receive in: held');
      await looksRight(page, 'round-trip-left', { widths });
      await page.click('link', 'Receiving account');
      expect(await here()).toBe(`#/accounts/${ids['held']}`);
      await page.sees('Fetch now');
      await page.back();
      await page.sees('The page was reloaded before the end');
      await page.click('link', 'The letter as it was sent');
      await page.sees('Mailprobe round trip mp');
    });

    it('one whose account is deleted on the way is told as ended, and not as one that never began', async () => {
      await travel('held');
      await page.sees(/Queue ID \w+/);
      const held = [ids['held'] ?? ''];
      await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: held }));
      await page.sees('It was ended early');
      await page.sees('An account that is used here was changed or deleted meanwhile');
      await page.sees('it may still arrive');
      await looksRight(page, 'round-trip-ended', { widths: [1280, 360] });
      await withCommandLine(daemon, (client) => client.call('accountsRestore', { ids: held }));
    });

    it('a companion that goes away in between leaves what was known', async () => {
      await travel('held');
      await page.sees('Waiting for the letter');
      await page.sees(/Queue ID \w+/);
      await daemon.stop('SIGKILL');
      await page.sees('The companion went away before the end');
      await page.sees('it may still arrive');
      await page.sees('The companion is not running');
      await looksRight(page, 'round-trip-lost', { widths });
      await daemon.start();
      await page.sees('Connected');
      await page.click('link', 'The letter as it was sent');
      await page.sees('Mailprobe round trip mp');
      await page.evaluate('history.back()');
      await page.sees('The companion went away before the end');
    });

    it('a refusal before it begins is a sentence; an account leads here, and so does the popup', async () => {
      await travel('inbox', 'nobody');
      await page.sees('“nobody” is no email address');
      await looksRight(page, 'round-trip-refused', { widths: [1280] });
      await to(`#/accounts/${ids['junk']}`);
      await page.click('link', 'Round trip with this account');
      expect(await here()).toBe(`#/letters/round-trip?to=${ids['junk']}`);
      const popup = await browser.open('popup.html', { width: 380, height: 600 });
      await popup.sees('Round Trip');
      expect(
        await popup.evaluate<string>(
          "[...document.querySelectorAll('.popup-foot a')].find(({ innerText }) => innerText === 'Round Trip').hash",
        ),
      ).toBe('#/letters/round-trip');
      await popup.close();
    });
  });
