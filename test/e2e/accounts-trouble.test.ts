import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { damageAccounts } from '../pages/damaged-account.ts';
import { picture } from '../pages/looks-right.ts';
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
    let repair = damageAccounts(daemon);
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
    repair();
    await tryAgain(page, '.row-open');
    await page.close();
    await tryAgain(list, 'a[data-account], #content');

    // Rows that were read before stay, and say that they may be out of date.
    repair = damageAccounts(daemon);
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
