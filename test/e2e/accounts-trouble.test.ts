import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { breakAccounts, damageAccount } from '../pages/damaged-account.ts';
import { looksRight, picture } from '../pages/looks-right.ts';
import { type SilentServer, silentServer } from '../pages/silent-server.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';

const size = { width: 380, height: 600 };

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('accounts in trouble in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let server: SilentServer;
  const suffix = name === 'Chromium' ? '' : '-firefox';
  beforeAll(async () => {
    [browser, server, daemon] = await Promise.all([open(), silentServer(), daemonProcess()]);
    await (await pairBrowser(browser, daemon)).close();
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it('that cannot be read say why in the popup and in the list, and are there after another try', async () => {
    const { account } = server;
    await storeAccounts(daemon, [account]);
    const failed = 'The accounts could not be read';
    const tryAgain = async (page: ExtensionPage, row: string) => {
      await page.evaluate(
        "void [...document.querySelectorAll('button')].find((each) => each.innerText === 'Try again').focus()",
      );
      await page.press('Enter');
      await page.sees(account.form.name);
      await eventually(
        async () => (await page.evaluate<boolean>(`document.activeElement.matches('${row}')`)) || undefined,
        'the focus to go on',
      );
      expect(await page.text('body')).not.toContain('could not be read');
    };
    let repair = breakAccounts(daemon);
    const list = await browser.open('options.html#/accounts');
    await list.sees(failed);
    expect(await axeViolations(list)).toEqual([]);
    expect(await list.evaluate("document.querySelector('.skeleton-late') === null")).toBe(true);
    await picture(list, `accounts-unread${suffix}`);
    const page = await browser.open('popup.html', size);
    await page.sees(failed);
    expect(await page.evaluate("document.querySelector('.waiting') === null")).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `popup-unread${suffix}`);
    const trip = await browser.open('options.html#/letters/round-trip');
    await trip.sees(failed);
    expect(await axeViolations(trip)).toEqual([]);
    await picture(trip, `round-trip-unread${suffix}`);
    repair();
    await trip.evaluate("void document.querySelector('.note-actions button').focus()");
    await trip.press('Enter');
    await trip.sees('There is no active account that sends (SMTP).');
    expect(await trip.evaluate('document.activeElement.id')).toBe('content');
    await trip.close();
    await tryAgain(page, '.row-open');
    await page.close();
    await tryAgain(list, 'a[data-account], #content');

    // Rows that were read before stay, and say that they may be out of date.
    repair = breakAccounts(daemon);
    await withCommandLine(daemon, (client) =>
      client.call('accountsCreate', { account: account.form }, { password: account.password }),
    ).catch(() => undefined);
    await list.sees('those below may be out of date');
    expect(await list.text('main')).toContain(account.form.name);
    expect(await axeViolations(list)).toEqual([]);
    await picture(list, `accounts-stale${suffix}`);
    repair();
    await tryAgain(list, 'a[data-account], #content');
    await list.close();
  }, 60_000);

  it('of which one is damaged: it is told by its id with what to do, and the others are there', async () => {
    const { form, password } = server.account;
    const named = (name: string) => ({ form: { ...form, name }, password });
    const [damaged = ''] = await storeAccounts(daemon, ['Damaged', 'Whole'].map(named));
    damageAccount(daemon, damaged);
    const list = await browser.open('options.html#/accounts');
    await list.sees('1 account cannot be read');
    await list.sees(`npx mailprobe accounts delete ${damaged}`);
    await list.sees('Whole');
    expect(await list.text('main')).not.toContain('Damaged');
    if (name === 'Chromium') await looksRight(list, 'accounts-damaged', { widths: [1280, 360] });
    const page = await browser.open('popup.html', size);
    await page.sees('Whole');
    await page.sees('1 account cannot be read: what to do');
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `popup-damaged${suffix}`);
    await page.close();
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [damaged] }));
    await eventually(
      async () => !(await list.text('main')).includes('cannot be read') || undefined,
      'the notice to go',
    );
    await list.close();
  }, 60_000);

  it('keep the focus on Test all and Undo while the companion is away, described by why', async () => {
    const { form, password } = server.account;
    await storeAccounts(daemon, [{ form: { ...form, name: 'Short-lived' }, password }]);
    const page = await browser.open('options.html#/accounts');
    await page.sees('Short-lived');
    await page.evaluate(
      "void [...document.querySelectorAll('.account-row')].find((row) => row.innerText.includes('Short-lived')).querySelector('.row-check').click()",
    );
    await page.sees('1 selected');
    await page.click('button', 'Delete');
    await page.sees('Delete Short-lived?');
    await page.evaluate("void [...document.querySelectorAll('dialog button')].at(-1).click()");
    await page.sees('Undo');
    const button = (words: string) =>
      `[...document.querySelectorAll('button')].find((each) => each.innerText === '${words}')`;
    for (const words of ['Test all', 'Undo']) {
      await page.evaluate(`void ${button(words)}.focus()`);
      await daemon.stop();
      await page.sees('The companion is not running');
      expect(await page.evaluate(`document.activeElement === ${button(words)}`), words).toBe(true);
      expect(await page.evaluate(`${button(words)}.ariaDisabled`)).toBe('true');
      expect(
        await page.evaluate(
          `document.getElementById(${button(words)}.getAttribute('aria-describedby')).innerText`,
        ),
      ).toContain('The companion is not running');
      await page.press('Enter');
      await daemon.start();
      await eventually(
        async () => (await page.evaluate<boolean>(`${button(words)}.ariaDisabled === 'false'`)) || undefined,
        'the companion to be back',
      );
      expect(await page.evaluate(`document.activeElement === ${button(words)}`), words).toBe(true);
    }
    await page.close();
  }, 60_000);

  it('keep the focus on what cannot be done while the companion is away', async () => {
    await storeAccounts(daemon, [server.account]);
    const page = await browser.open('options.html#/accounts');
    await page.sees(server.account.form.name);
    await page.evaluate("void document.querySelector('tbody .row-check').click()");
    await page.sees('1 selected');
    const button =
      "[...document.querySelectorAll('.bulk button')].find((each) => each.innerText === 'Deactivate')";
    await page.evaluate(`void ${button}.focus()`);
    await daemon.stop();
    await page.sees('The companion is not running');
    expect(await page.evaluate(`document.activeElement === ${button} && ${button}.ariaDisabled`)).toBe(
      'true',
    );
    await page.press('Enter');
    await daemon.start();
    await eventually(
      async () => (await page.evaluate<boolean>(`${button}.ariaDisabled === 'false'`)) || undefined,
      'the companion to be back',
    );
    expect(await page.evaluate(`document.activeElement === ${button}`)).toBe(true);
    expect(await page.text('main')).not.toContain('deactivated');
    await page.close();
  }, 60_000);
});
