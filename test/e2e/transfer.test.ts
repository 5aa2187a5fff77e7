import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { daemonProcess } from '../daemon-process.ts';
import { filesIn, findLeaks } from '../leaks/find-leaks.ts';
import { needlesOf } from '../leaks/needles.ts';
import { chooseFile, downloadsOf, watchDownloads } from '../pages/chosen-file.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { readStorages } from '../pages/extension-storage.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { imapConnection } from '../store/examples.ts';

const header = 'id,name,type,server,username,port,ssl,tls,password';

it.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])(
  'accounts are exported and imported by keyboard in %s, and a password in the file is nowhere afterwards',
  { timeout: 120_000 },
  async (_name, open) => {
    const password = `Secret-&${randomBytes(9).toString('hex')}\\%W<4>/Tj~`;
    const control = `control ${randomBytes(9).toString('hex')}`;
    await using daemon = await daemonProcess();
    await using browser = await open();
    const page = await pairBrowser(browser, daemon);
    const id = await withCommandLine(daemon, async (client) => {
      const account = { name: '=Office', label: '', active: true, connection: imapConnection };
      return (await client.call('accountsCreate', { account }, { password: 'secret' })).account.id;
    });
    await page.evaluate("void (location.hash = '#/accounts')");
    await page.sees('=Office');
    await watchDownloads(page);

    const focused = () => page.evaluate<string>('document.activeElement.innerText');
    const tabTo = async (words: string) => {
      for (let steps = 0; steps < 30 && (await focused()) !== words; steps++) await page.press('Tab');
      expect(await focused()).toBe(words);
    };
    const fromMenu = async (words: string) => {
      await page.evaluate("void document.querySelector('.more').focus()");
      await page.press('Enter');
      await tabTo(words);
      await page.press('Enter');
    };
    await fromMenu('Export as CSV');
    await fromMenu('Export as JSON');
    const [csv, json] = await eventually(async () => {
      const all = await downloadsOf(page);
      return all.length === 2 && all.every(({ text }) => text !== '') ? all : undefined;
    }, 'two downloads');
    expect(csv?.name).toMatch(/^mailprobe-accounts-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv?.text).toContain(`"${id}","'=Office","imap","imap.acme.example","ada"`);
    expect(JSON.parse(json?.text ?? '')).toMatchObject({ mailprobe: 1, accounts: [{ id, name: '=Office' }] });
    expect(`${csv?.text}${json?.text}`).not.toMatch(/password/i);

    await fromMenu('Import…');
    await page.sees('Choose a CSV or JSON file');
    expect(await page.evaluate<string>('document.activeElement.localName')).not.toBe('a');
    await chooseFile(page, 'exported.csv', csv?.text ?? '');
    await page.sees('1 unchanged');

    const rows = [
      header,
      `${id},=Office,imap,imap.acme.example,ada,143,no,yes,${password}`,
      `,${control},imap,imap.new.example,ada,993,yes,no,${password}`,
      `,${control},imap,IMAP.new.example,ada,993,yes,no,${password}`,
      `,${control},imap,imap.new.example:993,,no,yes,no,${password}`,
    ];
    await page.click('button', 'Another file');
    await chooseFile(page, 'passwords.csv', rows.join('\n'));
    await page.sees('Passwords are not imported');
    for (const words of ['1 new', '1 with changes', '1 refused', '1 duplicate']) await page.sees(words);
    await page.sees('The stored password is removed');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('Import');
    await tabTo('Import 2 accounts');
    await page.press('Enter');
    await page.sees('2 accounts imported');
    // In the place of the button that was pressed.
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('Done');
    await page.sees('Type its password');
    const { accounts } = await withCommandLine(daemon, (client) => client.call('accountsList', {}));
    expect(accounts.map(({ account: { name, hasPassword } }) => [name, hasPassword])).toEqual([
      ['=Office', false],
      [control, false],
    ]);
    await eventually(
      async () => ((await downloadsOf(page)).every(({ revoked }) => revoked) ? true : undefined),
      'the addresses of the downloads to be taken back',
      15_000,
    );

    const dom = ['page', await page.evaluate<string>('document.documentElement.outerHTML')] as const;
    const stored = Object.entries(await readStorages(page));
    // The page looked for the companion before it was paired with this one.
    expect(page.complaints.filter((words) => !words.startsWith('Failed to load resource'))).toEqual([]);
    await browser.end();
    const left = [
      dom,
      ...stored,
      ...filesIn(browser.profile),
      ...filesIn(daemon.directory),
      ['terminal', daemon.output] as const,
    ];
    // Where the name of its row is not found, nothing was searched.
    const controls = findLeaks(left, new Map([[control, 'control']]));
    expect(controls).toEqual(expect.arrayContaining(['page: control', 'mailprobe.db-wal: control']));
    expect(findLeaks(left, needlesOf(password))).toEqual([]);
  },
);
