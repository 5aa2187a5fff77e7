import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { imapConnection } from '../store/examples.ts';
import { fillAccounts } from '../store/fill-accounts.ts';

describe('a few accounts', () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let id = '';
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([openChromium(), daemonProcess()]);
    await fillAccounts(daemon, 8);
    page = await pairBrowser(browser, daemon);
    await page.sees('8 of 8 worked');
    id = await withCommandLine(daemon, async (client) => {
      const { accounts } = await client.call('accountsList', {});
      const first = accounts.find(({ account }) => account.name === 'Branch office 1');
      if (!first) throw new Error('There is no Branch office 1.');
      return first.account.id;
    });
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it.each([1024, 1230, 1280, 1366, 1440, 1536, 1920])(
    'have room for their names, security and result at %i px',
    async (width) => {
      await page.look({ width, height: 800 });
      const sized = await page.evaluate<{ name: number; cut: string[]; said: string }>(`(() => {
        const cells = [...document.querySelectorAll('.accounts-table :is(.account-link, .column-sort, .account-result)')];
        return {
          name: document.querySelector('th.column-name').clientWidth,
          cut: cells.filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1).map(({ textContent }) => textContent),
          said: document.querySelector('.account-row').innerText,
        };
      })()`);
      expect(sized.name).toBeGreaterThanOrEqual(160);
      expect(sized.cut).toEqual([]);
      if (width >= 1230) expect(sized.said).toContain('SSL');
    },
  );

  it('a record opens by its bookmark, copies its id, warns about certificates, and Save and Exit leads to the list', async () => {
    const record = await browser.open(`options.html#/accounts/${id}`);
    await record.sees('Account ID');
    await record.evaluate(
      'void (navigator.clipboard.writeText = (text) => ((globalThis.copied = text), Promise.resolve()))',
    );
    await record.click('button', 'Copy ID');
    await eventually(
      async () => (await record.evaluate('globalThis.copied')) === id || undefined,
      'the id in the clipboard',
    );
    await record.click('checkbox', 'Disable Certificate Validation');
    await record.sees('Anyone on the way can pose as this server');
    await record.click('checkbox', 'Disable Certificate Validation');
    await record.fill('Email User Label', 'the front desk');
    await record.click('button', 'Save and Exit');
    await record.sees('8 of 8 worked');
    expect(await record.address()).toMatch(/#\/accounts$/);
    await record.sees('the front desk');
    await record.close();
  });

  it('what somebody else deletes stays in an open form, which says so', async () => {
    const made = await withCommandLine(daemon, (client) =>
      client.call(
        'accountsCreate',
        { account: { name: 'Soon gone', label: '', active: true, connection: imapConnection } },
        { password: 'secret' },
      ),
    );
    const record = await browser.open(`options.html#/accounts/${made.account.id}`);
    await record.sees('Account ID');
    await record.fill('Email User Label', 'not saved');
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [made.account.id] }));
    await daemon.stop();
    await daemon.start();
    await record.sees('This account was deleted meanwhile', 20_000);
    expect(await record.evaluate("document.querySelector('#field-label').value")).toBe('not saved');
    await record.close();
  });
});
