import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fillLog } from '../store/fill-log.ts';

const count = 30_000;
/** Rows in the document, whatever is seen of the list. */
const mostRows = 70;
const longestBlankMs = 100;

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a log of thirty thousand records in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, count);
    page = await pairBrowser(browser, daemon);
    await to('#/log');
    await rowsAreThere();
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const to = (address: string) => page.evaluate(`void (location.hash = ${JSON.stringify(address)})`);
  const rowsAreThere = () =>
    eventually(
      async () => (await page.evaluate("document.querySelector('.log-row') !== null")) || undefined,
      'rows',
    );
  /** The rows are those of the question that was asked last. */
  const answered = () =>
    eventually(
      async () =>
        (await page.evaluate("document.querySelector('.log-box')?.ariaBusy === 'false'")) || undefined,
      'the answer',
    );
  const drawn = () => page.evaluate<number>("document.querySelectorAll('.log-row').length");
  const focused = () => page.evaluate<string>('document.activeElement.dataset.record ?? ""');
  const crumbs = () =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('.log-crumb-words')].map((crumb) => crumb.innerText)",
    );
  const crumbsBecome = (...expected: string[]) =>
    eventually(
      async () => JSON.stringify(await crumbs()) === JSON.stringify(expected) || undefined,
      `the crumbs ${expected.join(' › ')}`,
    );
  /** Watches each frame from now on: how long rows were missing where rows belong. */
  const watchBlanks = () =>
    page.evaluate(`void (window.blanks = { longest: 0, since: 0, frames: 0, on: true }, (function look(now) {
      const box = document.querySelector('.log-box')?.getBoundingClientRect();
      const seen = [...document.querySelectorAll('.log-row')].map((row) => row.getBoundingClientRect());
      const rows = seen.filter(({ top, bottom }) => box && bottom > box.top + 40 && top < box.bottom);
      const head = rows.reduce((sum, { height }) => sum + height, 0);
      const blank = !box || head < Math.min(box.height - 110, 300);
      const { blanks } = window;
      blanks.frames += 1;
      if (!blank) blanks.since = 0;
      else blanks.since ||= now;
      if (blank) blanks.longest = Math.max(blanks.longest, now - blanks.since);
      if (blanks.on) requestAnimationFrame(look);
    })(performance.now()))`);
  const blanksSeen = () =>
    page.evaluate<{ longest: number; frames: number }>('((window.blanks.on = false), window.blanks)');

  it('is not loaded with the page', async () => {
    const other = await browser.open('options.html#/accounts');
    try {
      const files = () =>
        other.evaluate<string[]>(
          "[...document.querySelectorAll('link')].map(({ href }) => href).filter((file) => file.includes('/log-room-'))",
        );
      await other.sees('No email accounts yet');
      expect(await files()).toEqual([]);
      await other.evaluate("void (location.hash = '#/log')");
      await eventually(async () => ((await files()).length > 0 ? true : undefined), 'the files of the log');
    } finally {
      await other.close();
    }
  });

  it('is a table of which few rows are drawn; the count comes by itself', async () => {
    expect(await drawn()).toBeGreaterThan(10);
    expect(await drawn()).toBeLessThanOrEqual(mostRows);
    await page.sees(/30,00\d records/);
    if (name === 'Chromium') await looksRight(page, 'log-many', { widths: [1920, 1280, 760, 360] });
  });

  it('goes by wheel as far as a hand turns it, and no rows are missing for longer than 100 ms', async () => {
    await watchBlanks();
    await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('.log-box');
      const end = performance.now() + 6000;
      // As a wheel that is turned without a rest: 2,400 px a second in Firefox’s and Chromium’s own steps would be slow.
      const turn = () => {
        box.scrollBy(0, 400);
        if (performance.now() < end) requestAnimationFrame(turn); else done();
      };
      turn();
    })`);
    const { longest, frames } = await blanksSeen();
    const [top, rows] = await page.evaluate<[number, number]>(
      `[document.querySelector('.log-box').scrollTop, document.querySelectorAll('.log-row').length]`,
    );
    console.info(
      `${name}: ${Math.round(top / 34)} rows in 6 s, ${frames} frames, longest blank ${Math.round(longest)} ms`,
    );
    expect(frames).toBeGreaterThan(60);
    expect(top / 34).toBeGreaterThan(1_000);
    expect(rows).toBeLessThanOrEqual(mostRows);
    expect(longest).toBeLessThanOrEqual(longestBlankMs);
  });

  it('comes back to what was dropped meanwhile', async () => {
    await page.evaluate("void document.querySelector('.log-box').scrollTo(0, 0)");
    await eventually(
      async () =>
        (await page.evaluate("document.querySelector('.log-row')?.dataset.row === '0'")) || undefined,
      'the first row',
      2_000,
    );
  });

  it('leads to the oldest by End, from there upwards, and back by Home', async () => {
    await page.press('/');
    await page.press('ArrowDown');
    const newest = await eventually(async () => (await focused()) || undefined, 'the focus');
    await watchBlanks();
    await page.press('End');
    const oldest = await eventually(
      async () => ((await focused()) !== newest && (await focused())) || undefined,
      'the oldest',
    );
    await page.sees('End of the list.');
    expect((await blanksSeen()).longest).toBeLessThanOrEqual(longestBlankMs);
    for (let times = 0; times < 15; times += 1) await page.press('PageUp');
    const above = await focused();
    expect(above > oldest).toBe(true);
    await page.press('ArrowDown');
    expect((await focused()) < above).toBe(true);
    await page.press('Home');
    await eventually(async () => (await focused()) === newest || undefined, 'the newest');
  });

  it('is asked by quick filters, a search and the menu of a cell, and each can be taken away', async () => {
    await page.click('link', 'IMAP Auth');
    await crumbsBecome('Source is IMAP Auth');
    await page.press('/');
    await page.type('logged in as');
    await crumbsBecome('Source is IMAP Auth', 'Message contains “logged in as”');
    expect(await page.address()).toContain('where=source+is+%22IMAP+Auth%22+and+message+contains');
    await answered();
    await page.press('ArrowDown');
    await eventually(async () => (await focused()) || undefined, 'the focus in the rows');
    await page.press('ArrowDown');
    await page.press('Shift+F10');
    await page.sees('Filter out');
    if (name === 'Chromium') await looksRight(page, 'log-menu', { widths: [1280, 1000] });
    await page.press('Escape');
    await page.evaluate("void document.activeElement.closest('tr').querySelector('.log-act').click()");
    await page.click('button', 'Filter out: Username is “system”');
    await crumbsBecome('Source is IMAP Auth', 'Message contains “logged in as”', 'Username is not “system”');
    await page.click('link', 'Remove: Message contains “logged in as”');
    await crumbsBecome('Source is IMAP Auth', 'Username is not “system”');
    await page.click('link', 'Source is IMAP Auth');
    await crumbsBecome('Source is IMAP Auth');
    await page.back();
    await crumbsBecome('Source is IMAP Auth', 'Username is not “system”');
    await page.click('link', 'Email Logger · Error');
    await crumbsBecome('Source is Email Logger', 'Level is Error');
    await page.click('link', 'All records');
    await crumbsBecome();
  });

  it('is sorted by its head', async () => {
    await page.click('button', 'Level');
    const first = () =>
      page.evaluate<string>("document.querySelector('.log-row .log-level')?.innerText.trim()");
    await eventually(async () => (await first()) === 'Error' || undefined, 'errors first');
    await page.click('button', 'Level');
    await eventually(async () => (await first()) === 'Debug' || undefined, 'debug first');
    await page.click('button', 'Created at');
    await eventually(async () => (await page.address()).endsWith('#/log') || undefined, 'the newest first');
  });

  it('is counted by level, and each group leads to its records', async () => {
    await page.choose('Shown as', 'Count by Level');
    await page.sees('Records');
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
    await crumbsBecome('Level is Error');
    await rowsAreThere();
  });

  it('says where words cannot be read, and loses none of them', async () => {
    await to('#/log?where=level+is+Error+and+colour+is+red');
    await page.sees('This condition cannot be read.');
    await page.sees('There is no such field');
    expect(await page.text('.log-where-trouble mark')).toBe('colour');
    expect(await page.evaluate("document.querySelector('.log-where textarea').value")).toBe(
      'level is Error and colour is red',
    );
    if (name === 'Chromium') await looksRight(page, 'log-unread', { widths: [1280, 360] });
    await page.fill('Condition', 'level is Error and username is ada');
    await page.click('button', 'Apply');
    await crumbsBecome('Level is Error', 'Username is “ada”');
  });

  it('shows one record, and the ones beside it in the list by arrow keys', async () => {
    await answered();
    await page.press('/');
    await page.press('ArrowDown');
    const first = await eventually(async () => (await focused()) || undefined, 'the focus');
    await page.press('ArrowDown');
    const second = await eventually(async () => {
      const now = await focused();
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
    await page.back();
    await eventually(async () => (await focused()) === second || undefined, 'the row it was opened from');
  });

  it('keeps the columns that were chosen', async () => {
    await to('#/log');
    await page.click('button', 'Columns');
    await page.tick('Account', true);
    await page.click('button', 'Move Account forward');
    if (name === 'Chromium') await looksRight(page, 'log-columns', { widths: [1280, 360] });
    await page.reload();
    await rowsAreThere();
    const names = () =>
      page.evaluate<string[]>(
        "[...document.querySelectorAll('.log-table th')].map((cell) => cell.innerText.trim())",
      );
    await eventually(
      async () =>
        (await names()).join() === 'Created at,Source,Level,Message,Username,Account,Created by' || undefined,
      'the chosen columns',
    );
    await page.click('button', 'Columns');
    await page.click('button', 'Usual columns');
    await eventually(async () => (await names()).length === 6 || undefined, 'the usual columns');
    await page.press('Escape');
  });

  it('is exported as a whole, or stopped', async () => {
    await page.evaluate(`void (window.saved = [], URL.createObjectURL = ((make) => (blob) => {
      window.saved.push(blob.text());
      return make(blob);
    })(URL.createObjectURL.bind(URL)))`);
    await to('#/log?where=level+is+Error');
    await crumbsBecome('Level is Error');
    await page.click('button', 'Export');
    await page.click('button', 'As CSV (spreadsheets)');
    await page.sees(/records exported: mailprobe-log-.*\.csv/);
    const csv = await page.evaluate<string>('window.saved[0]');
    const said = Number((await page.text('.log-export-line')).replaceAll(',', '').match(/^\d+/)?.[0]);
    expect(csv.startsWith('"id","createdAt","source","level","message"')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(said + 1);
    await to('#/log');
    await crumbsBecome();
    await page.click('button', 'Export');
    await page.click('button', 'As JSON Lines (scripts)');
    await page.click('button', 'Stop');
    await page.sees('The export was stopped; no file was saved.');
    expect(await page.evaluate('window.saved.length')).toBe(1);
  });
});
