import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fillWithLetters, nowhere } from '../letters/stored-letters.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { looksRight } from '../pages/looks-right.ts';
import { logRoom } from '../pages/log-room.ts';

const browsers = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
] as const;
const onlyOne = process.env['BROWSER'];

for (const [name, open] of browsers.filter(([each]) => !onlyOne || each === onlyOne))
  describe(`letters in ${name}`, { shuffle: false }, () => {
    let browser: ExtensionBrowser;
    let daemon: DaemonProcess;
    let page: ExtensionPage;
    beforeAll(async () => {
      [browser, daemon] = await Promise.all([open(), daemonProcess()]);
      page = await pairBrowser(browser, daemon);
    }, 60_000);
    afterAll(async () => {
      await browser[Symbol.asyncDispose]();
      await daemon[Symbol.asyncDispose]();
    });
    const here = () => page.evaluate<string>('location.hash');
    const subjects = () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('.records-row .records-subject')].map(({ innerText }) => innerText)",
      );

    it('an empty list says what makes letters come, and leads there', async () => {
      await logRoom(page).to('#/letters/incoming');
      await page.sees('No letters have come yet');
      await looksRight(page, 'letters-empty');
      await page.click('link', 'Set the account that receives');
      await page.sees('default.email.account.receive');
      expect(await here()).toBe('#/properties/default.email.account.receive');
    });

    it('are there when the companion is back, with what became of them', async () => {
      await logRoom(page).to('#/letters/outgoing');
      await page.sees('No letters have been sent yet');
      const [accountId = ''] = await storeAccounts(daemon, [nowhere]);
      await daemon.stop();
      await fillWithLetters(daemon.directory, accountId);
      await daemon.start();
      await page.sees('Rejected <b>subject</b>');
      const states =
        "[...document.querySelectorAll('.records-row .records-status')].map((cell) => cell.innerText)";
      expect((await page.evaluate<string[]>(states)).slice(0, 3)).toEqual(['Failed', 'Unknown', 'Processed']);
      const halfWay = `[...document.querySelectorAll('.records-row')].find(({ innerText }) => innerText.includes('Half way'))`;
      expect(await page.evaluate(`${halfWay}?.querySelector('.letter-partly').innerText`)).toBe(
        'Processed, except 1',
      );
      await looksRight(page, 'letters-outgoing', { widths: [1920, 1280, 700, 360] });
    });

    it('are asked by quick filters, the search, crumbs and the menu of a cell', async () => {
      const { answered, crumbsBecome } = logRoom(page);
      await page.click('link', 'Failed');
      await crumbsBecome('Status is Failed');
      await answered();
      await eventually(async () => (await subjects()).length === 1 || undefined, 'one letter');
      expect(await here()).toBe('#/letters/outgoing?where=status+is+Failed');
      await page.click('link', 'All letters');
      await page.press('/');
      await page.type('letter 7');
      await crumbsBecome('Subject contains “letter 7”');
      await eventually(async () => (await subjects()).join() === 'Letter 7' || undefined, 'letter 7');
      await page.press('ArrowDown');
      await page.press('Shift+F10');
      await page.sees('Show matching');
      await page.sees('Copy letter');
      await page.press('Escape');
      await page.click('link', 'All letters');
      await eventually(async () => (await subjects()).length > 10 || undefined, 'all letters');
    });

    it('one of them opens by keys, as text alone, and back is where it was', async () => {
      await logRoom(page).to('#/letters/outgoing?where=status+is+Failed');
      await eventually(
        async () => (await subjects()).join() === 'Rejected <b>subject</b>' || undefined,
        'the letter',
      );
      await page.press('/');
      await page.press('ArrowDown');
      await page.press('Enter');
      await page.sees('550 5.1.1 no such user');
      await page.sees('<script>alert(1)</script>');
      await page.sees('Send again');
      expect(await here()).toMatch(/^#\/letters\/\d{18}\?list=outgoing&where=status\+is\+Failed$/);
      await looksRight(page, 'letter-failed', { widths: [1280, 360] });
      await page.click('button', 'Send again');
      // It is told by the companion, and the page asks anew.
      await page.sees('It waits to be sent.');
      // The button that was pressed is gone: the focus is on what became of it.
      expect(await page.evaluate('document.activeElement.className')).toBe('letter-status');
      await page.click('button', 'Give up');
      await page.sees('Send again');
      await page.evaluate('history.back()');
      await page.sees('Status is Failed');
    });

    it('one of which nobody knows is sent again only after a question', async () => {
      await logRoom(page).to('#/letters/outgoing?where=status+is+Unknown');
      await eventually(async () => (await subjects()).join() === 'Handed over' || undefined, 'the letter');
      await page.evaluate("void document.querySelector('.records-subject a').click()");
      await page.sees('It is not sent again by itself.');
      await page.click('button', 'Send again');
      await page.sees('Send it once more?');
      await page.press('Escape');
      await eventually(
        async () =>
          (await page.evaluate<boolean>("document.querySelector('dialog[open]') === null")) || undefined,
        'no question',
      );
      expect(await page.text('.record-fields')).toMatch(/Status\s+Unknown[\s\S]+Tries\s+1/);
    });

    it('one whose account is gone says what to do, and begins as another', async () => {
      await logRoom(page).to('#/letters/outgoing?where=subject+is+"Account+gone"');
      await eventually(async () => (await subjects()).join() === 'Account gone' || undefined, 'the letter');
      await page.evaluate("void document.querySelector('.records-subject a').click()");
      await page.sees('it can only be written again, from another account.');
      // Nothing is offered that cannot work.
      expect(await page.text('.letter-acts')).toBe('Write it again');
      await looksRight(page, 'letter-account-gone', { widths: [1280, 360] });
      await page.click('link', 'Write it again');
      expect(await fieldValue(page, 'Subject')).toBe('Account gone');
      expect(await fieldValue(page, 'Text')).toBe('Hello');
      // One has got it already.
      expect(await fieldValue(page, 'To')).toBe('eve@acme.example');
      expect(await fieldValue(page, 'Cc')).toBe('Fay <fay@acme.example>');
      await page.sees('because the server accepted it for them: bob@acme.example.');
      await looksRight(page, 'compose-anew', { widths: [1280, 360] });
    });

    it('one that some have got goes to the others once more', async () => {
      await logRoom(page).to('#/letters/outgoing?where=subject+is+"Half+way"');
      await eventually(async () => (await subjects()).join() === 'Half way' || undefined, 'the letter');
      await page.evaluate("void document.querySelector('.records-subject a').click()");
      await page.click('button', 'Send to those refused');
      await page.sees(/It is being sent\.|It waits to be sent\./);
    });

    it('a bookmark of one is marked as what it is', async () => {
      await page.sees('Half way');
      const id = /\d{18}/.exec(await here())?.[0];
      const other = await browser.open(`options.html#/letters/${id}`);
      await other.sees('Half way');
      const marked = "document.querySelector('.side-link[aria-current]')?.innerText";
      await eventually(
        async () => (await other.evaluate<string>(marked)) === 'Outgoing Emails' || undefined,
        'Outgoing Emails',
      );
      await other.close();
    });

    it('those that came have a list of their own, with headers', async () => {
      await logRoom(page).to('#/letters/incoming');
      await page.sees('Hello from outside');
      await looksRight(page, 'letters-incoming');
      await page.evaluate("void document.querySelector('.records-subject a').click()");
      await page.sees('Headers (2)');
      await page.sees('the default one for receiving');
      const actsAt = () =>
        page.evaluate<string>(
          "JSON.stringify([...document.querySelectorAll('.letter-head :is(h1, .button, .icon-button)')].map((each) => [each.getBoundingClientRect().x, each.getBoundingClientRect().y]).filter((_, at) => at !== 1))",
        );
      const before = await actsAt();
      await page.click('button', 'Save as .eml');
      await eventually(
        async () => (await page.text('.letter-trouble')) !== '' || undefined,
        'why it was not saved',
      );
      await page.sees('Save as .eml');
      await looksRight(page, 'letter-not-saved', { widths: [1280, 700, 360] });
      expect(await actsAt()).toBe(before);
      await page.evaluate("void (document.querySelector('details').open = true)");
      await page.sees('X-Long');
      await looksRight(page, 'letter-incoming', { widths: [1280, 360] });
    });

    it('while the companion is away the page says so, and no other letter is offered for that', async () => {
      await logRoom(page).to('#/letters/outgoing?where=status+is+Failed');
      await page.sees('Rejected <b>subject</b>');
      await page.evaluate("void document.querySelector('.records-subject a').click()");
      await page.sees('Send again');
      await daemon.stop();
      await page.click('button', 'Send again');
      await eventually(
        async () => (await page.text('.letter-trouble')) !== '' || undefined,
        'why it was not sent',
      );
      expect(await page.text('.letter-acts')).not.toContain('Write it again');
      await logRoom(page).to('#/letters/incoming');
      await page.sees('The companion is not running');
      await looksRight(page, 'letters-offline');
      await daemon.start();
    });
  });
