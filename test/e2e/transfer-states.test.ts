import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { chooseFile, dropFile } from '../pages/chosen-file.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight, picture } from '../pages/looks-right.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';

const tall = { height: 1100, widths: [1280, 700, 360] };
const header = 'id,name,type,server,username,from,port,ssl,tls,notes';

describe('every state of the import', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  const ids: string[] = [];
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([openChromium(), daemonProcess()]);
    page = await pairBrowser(browser, daemon);
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  /** How many accounts begin so; none of them is there twice. */
  const storedNames = async (start: string) => {
    const { accounts } = await withCommandLine(daemon, (client) => client.call('accountsList', {}));
    const names = accounts.map(({ account }) => account.name).filter((name) => name.startsWith(start));
    expect(new Set(names).size).toBe(names.length);
    return names.length;
  };

  const mixed = () =>
    [
      `${header},password`,
      `${ids[0]},Support inbox,imap,imap.acme.example,ada,,993,yes,no,,hunter2-secret`,
      `${ids[1]},Sales outbox,smtp,mail.acme.example,sales,"Sales <sales@acme.example>",465,yes,no,,`,
      ',Invoices,pop3,pop.acme.example,invoices@acme.example,,995,yes,no,,',
      ',Old printer,smtp,printer.acme.example,printer,printer@acme.example,25,no,no,,',
      ',Lab,imap,localhost,lab,,9993,yes,no,,',
      ',Invoices again,pop3,POP.acme.example,invoices@acme.example,,995,yes,no,,',
      ',Wrong,exchange,https://mail.acme.example,,,99999,maybe,no,,',
      ',Ada\u202etxt.exe,imap,imap.other.example,ada@other.example,,993,yes,no,,',
    ].join('\r\n');

  it('from an empty list to the choice of a file', async () => {
    await page.sees('No email accounts yet');
    await looksRight(page, 'accounts-empty-import');
    await page.click('link', 'Import…');
    await page.sees('Choose a CSV or JSON file');
    await looksRight(page, 'import-empty', tall);
  });

  it('a file that is refused', async () => {
    await chooseFile(page, 'people.csv', 'Ada,imap,imap.acme.example,ada,hunter2-secret');
    await page.sees('Its first line names no columns');
    expect(await page.text('body')).not.toContain('hunter2');
    await looksRight(page, 'import-refused', tall);
  });

  it('a preview with rows of every kind', async () => {
    await withCommandLine(daemon, async (client) => {
      for (const [name, connection] of [
        ['Support inbox', imapConnection],
        ['Sales outbox', { ...smtpConnection, username: 'sales' }],
      ] as const) {
        const account = { name, label: '', active: true, connection };
        ids.push((await client.call('accountsCreate', { account }, { password: 'secret' })).account.id);
      }
    });
    await chooseFile(page, 'accounts.csv', mixed());
    await page.sees('Passwords are not imported');
    for (const words of ['4 new', '1 with changes', '1 unchanged', '1 refused', '1 duplicate'])
      await page.sees(words);
    await page.sees('The stored password is removed');
    expect(await page.text('body')).not.toContain('hunter2');
    await looksRight(page, 'import-preview', tall);
  });

  it('rows of one kind alone', async () => {
    await page.click('button', '1 refused');
    await page.sees('Port is a number from 1 to 65535.');
    expect(await page.text('tbody')).not.toContain('Invoices');
    await looksRight(page, 'import-refused-rows', tall);
    await page.click('button', 'All 8 rows');
  });

  it('confirmed', async () => {
    await page.click('checkbox', 'Send the password of one account unencrypted');
    await page.click('checkbox', 'Connect to one unusual address');
    await page.sees('Import 5 accounts');
    await looksRight(page, 'import-confirmed', tall);
  });

  it('the companion away: nothing is lost', async () => {
    await daemon.stop();
    await page.sees('The companion is not running');
    await page.sees('--data-dir');
    await looksRight(page, 'import-away', tall);
    await daemon.start();
    await page.sees('Connected');
  });

  it('done, with what to do next', async () => {
    await page.click('button', 'Import 5 accounts');
    await page.sees('5 accounts imported');
    await page.sees('5 have no password yet');
    await looksRight(page, 'import-done', tall);
  });

  it('under way, cancelled, and gone on with', async () => {
    await page.click('button', 'Another file');
    const many = Array.from({ length: 400 }, (_, at) => `,Box ${at},imap,imap${at}.example,ada,,993,yes,no,`);
    await dropFile(page, 'many.csv', [header, ...many].join('\n'));
    await page.sees('400 new');
    await page.click('button', 'Import 400 accounts');
    await page.sees(/\d+ of 400 done/);
    // From elsewhere it is seen and stopped as well, and the page is not closed unasked.
    const staysOpen = () =>
      page.evaluate<boolean>("!dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    await page.evaluate("void (location.hash = '#/accounts')");
    await page.sees(/Import: \d+ of 400 done/);
    expect(await staysOpen()).toBe(true);
    await picture(page, 'accounts-list-importing');
    await page.evaluate("void document.querySelector('.list-progress button').click()");
    await eventually(async () => ((await staysOpen()) ? undefined : true), 'an end of the import');
    await page.evaluate("void (location.hash = '#/accounts/import')");
    await page.sees(/\d+ left/);
    await looksRight(page, 'import-cancelled', { height: 800 });
    await page.evaluate("void document.querySelector('.room-actions button:last-child').click()");
    await page.sees(/\d+ of \d+ done/);
    await looksRight(page, 'import-running', { height: 800, widths: [1280] });
    await page.sees(/accounts imported/, 50_000);
    expect(await storedNames('Box')).toBe(400);
  }, 90_000);

  it('the companion goes away in between: what was done is said, and the rest goes on', async () => {
    await page.evaluate("void (location.hash = '#/accounts/import')");
    await page.click('button', 'Another file');
    const many = Array.from(
      { length: 400 },
      (_, at) => `,More ${at},imap,more${at}.example,ada,,993,yes,no,`,
    );
    await chooseFile(page, 'more.csv', [header, ...many].join('\n'));
    await page.sees('400 new');
    await page.click('button', 'Import 400 accounts');
    await page.sees(/\d\d of 400 done/);
    await daemon.stop();
    await page.sees('The import stopped');
    await page.sees('The companion is not running');
    await looksRight(page, 'import-stopped', { height: 800 });
    await daemon.start();
    await page.sees('Connected');
    await page.evaluate("void document.querySelector('.room-actions button:last-child').click()");
    await page.sees('400 accounts imported', 60_000);
    expect(await storedNames('More')).toBe(400);
  }, 90_000);
});
