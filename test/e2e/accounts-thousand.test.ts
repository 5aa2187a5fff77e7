import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { listPage } from '../pages/list-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { fillAccounts } from '../store/fill-accounts.ts';

const count = 1000;
/** Rows in the document, whatever is seen of the list. */
const mostRows = 60;

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a thousand accounts in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillAccounts(daemon, count);
    page = await pairBrowser(browser, daemon);
    await page.sees('1,000 of 1,000 worked');
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const rows = () => page.evaluate<number>("document.querySelectorAll('.account-row').length");
  const bounded = async () => {
    const drawn = await rows();
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThanOrEqual(mostRows);
  };
  const focused = () => page.evaluate<string>('document.activeElement.textContent');
  const becomes = (account: string) =>
    eventually(async () => (await focused()) === account || undefined, `the focus on ${account}`);
  /** Names of the rows that the window shows. */
  const inSight = () =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('.account-row')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 100 && top < innerHeight;
      }).map((row) => row.querySelector('.account-link').textContent)`,
    );

  it('are a table of a thousand rows, few of which are drawn', async () => {
    await eventually(async () => ((await rows()) < 40 ? true : undefined), 'the rows in sight alone');
    await bounded();
    expect(await page.evaluate("document.querySelector('.accounts-table').ariaRowCount")).toBe('1001');
    expect(await inSight()).toContain('Branch office 1');
    if (name === 'Chromium') await looksRight(page, 'accounts-thousand', { widths: [1280, 360] });
  });

  it('scrolled to the end show the last one below a head that stays', async () => {
    await page.evaluate('void scrollTo(0, document.documentElement.scrollHeight)');
    await eventually(
      async () => (await inSight()).includes('Branch office 1000') || undefined,
      'the last row',
    );
    await bounded();
    const [top, index] = await page.evaluate<[number, string]>(
      `[document.querySelector('thead th').getBoundingClientRect().top, [...document.querySelectorAll('.account-row')].at(-1).getAttribute('aria-rowindex')]`,
    );
    expect(index).toBe('1001');
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(100);
    await page.evaluate('void scrollTo(0, 0)');
    await eventually(async () => (await inSight()).includes('Branch office 1') || undefined, 'the first row');
  });

  it('keep the focus while its row is scrolled far out of sight, and keys go on from there', async () => {
    await page.press('/');
    await page.press('ArrowDown');
    await becomes('Branch office 1');
    await page.evaluate('void scrollTo(0, 30000)');
    await eventually(async () => (await inSight()).includes('Branch office 471') || undefined, 'other rows');
    expect(await focused()).toBe('Branch office 1');
    await bounded();
    await page.press('ArrowDown');
    await becomes('Branch office 2');
    expect(await inSight()).toContain('Branch office 2');
    await page.press('End');
    await becomes('Branch office 1000');
    await page.press('Home');
    await becomes('Branch office 1');
    await page.press('PageDown');
    expect(await focused()).toMatch(/^Branch office (?:[5-9]|1\d)$/);
  });

  it('are searched by keys that write into the rows in sight alone, and draw nothing anew', async () => {
    await page.evaluate('void scrollTo(0, 0)');
    await page.press('/');
    // One beyond the window, and the one that Tab leads to.
    const atRest = async () => (await rows()) <= (await inSight()).length + 3 || undefined;
    await eventually(atRest, 'the rows in sight alone');
    await page.evaluate(`void (() => {
      globalThis.count = { nodes: 0, rows: new Set() };
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          const row = (target.closest ? target : target.parentElement)?.closest('.account-row');
          if (row) globalThis.count.rows.add(row);
          for (const node of addedNodes) {
            if (node instanceof Element) globalThis.count.nodes += 1 + node.querySelectorAll('*').length;
          }
        }
      }).observe(document.querySelector('#content'), {
        subtree: true, childList: true, characterData: true, attributes: true,
      });
    })()`);
    const counted = () => page.evaluate<[number, number]>('[count.nodes, count.rows.size]');
    const drawn = await rows();
    await page.type('office');
    // All of them fit still.
    expect(await counted()).toEqual([0, 0]);
    await page.type(' 77');
    await page.sees('19 of 1,000 accounts');
    const [nodes, written] = await counted();
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(drawn);
    expect(nodes).toBe(0);
    await page.press('Escape');
    await eventually(async () => (await page.text('.bulk-count')) === '1,000 accounts' || undefined, 'all');
    await page.evaluate('void document.activeElement.blur()');
  });

  it('are searched, and what fits is shown', async () => {
    await page.press('/');
    await page.type('office 777');
    await page.sees('1 of 1,000 accounts');
    expect(await inSight()).toEqual(['Branch office 777']);
    await page.press('Escape');
    await eventually(async () => (await page.text('.bulk-count')) === '1,000 accounts' || undefined, 'all');
    await bounded();
  });

  it('have rows as high as they are measured: with larger text none lies over another', async () => {
    await page.evaluate("void (document.body.style.fontSize = '28px')");
    await page.evaluate('void scrollTo(0, 20000)');
    await eventually(async () => ((await inSight()).length > 0 ? true : undefined), 'rows');
    const overlaps = () =>
      page.evaluate<number>(
        `[...document.querySelectorAll('.account-row')].filter((row, at, all) =>
          at > 0 && row.getBoundingClientRect().top < all[at - 1].getBoundingClientRect().bottom - 1).length`,
      );
    expect(await overlaps()).toBe(0);
    await bounded();
    await page.evaluate("void (document.body.style.fontSize = '')");
    await page.evaluate('void scrollTo(0, 0)');
  });

  it('are all deleted, and all brought back', async () => {
    await listPage(page).search();
    await page.press('ArrowDown');
    await eventually(
      async () =>
        (await page.evaluate<boolean>("document.activeElement.matches('.account-link')")) || undefined,
      'the focus in the rows',
    );
    await page.press('Control+a');
    await eventually(async () => (await page.text('.bulk-count')) === '1,000 selected' || undefined, 'all');
    await page.press('Delete');
    await page.sees('Delete 1,000 accounts?');
    await page.press('Tab');
    await page.press('Enter');
    await page.sees('1,000 accounts deleted.');
    await page.sees('No email accounts yet');
    await page.press('Control+z');
    await page.sees('1,000 accounts restored.');
    await page.sees('1,000 of 1,000 worked');
  });

  it('are told in at most 1.3 MB, with twenty tests each', async () => {
    const reply = await withCommandLine(daemon, (client) => client.call('accountsList', {}));
    const octets = Buffer.byteLength(JSON.stringify(reply));
    expect(reply.accounts).toHaveLength(count);
    expect(octets).toBeLessThan(1_300_000);
  });
});
