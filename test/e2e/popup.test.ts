import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { type DemoServers, demoServers } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { badgeSays } from '../pages/badge.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

/** As large as a browser lets a popup be. */
const popupSize = { width: 380, height: 600 };
const testedAll = /of 8 worked\s+oldest test just now/;

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the popup in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let servers: DemoServers;
  beforeAll(async () => {
    [browser, servers] = await Promise.all([open(), demoServers()]);
    daemon = await daemonProcess({ env: { NODE_EXTRA_CA_CERTS: servers.ca } });
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await servers[Symbol.asyncDispose]();
  });

  const picture = (page: ExtensionPage, state: string) =>
    page.screenshot(`${screenshots}popup-${state}-${name.toLowerCase()}.png`);
  /** The same address once more, where the browser can be told to be dark. */
  const darkPicture = async (state: string, words: string | RegExp) => {
    if (browser.name === 'firefox') return;
    const page = await browser.open('popup.html', { ...popupSize, theme: 'dark' });
    await page.sees(words);
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `${state}-dark`);
    await page.close();
  };
  const popup = () => browser.open('popup.html', popupSize);

  it('that is not paired says so, and leads to the pairing in the tab that is open', async () => {
    const options = await browser.open('options.html#/causes');
    const page = await popup();
    await page.sees('Pair this browser');
    await fits(page);
    await picture(page, 'unpaired');
    await darkPicture('unpaired', 'Pair this browser');
    await page.evaluate("void document.querySelector('.button-main').click()");
    await eventually(
      async () => (await options.address()).endsWith('#/companion') || undefined,
      'the pairing in the open tab',
    );
    await options.close();
  });

  it('without an account says what to do first', async () => {
    await (await pairBrowser(browser, daemon)).close();
    const page = await popup();
    await page.sees('No email account yet');
    await fits(page);
    await picture(page, 'empty');
    await page.close();
  });

  it('tests all with one click: what failed comes first, with its cause, and nothing scrolls', async () => {
    await storeAccounts(daemon, exampleAccounts(servers));
    const page = await popup();
    await page.sees('Nothing tested yet');
    await page.click('button', 'Test all');
    await page.sees(testedAll, 60_000);
    await badgeSays(page, '5');
    await page.close();

    const again = await popup();
    await again.sees(testedAll);
    await again.sees('The server’s certificate has expired');
    await fits(again);
    expect(await cutOff(again)).toEqual([]);
    const names = await again.evaluate<string[]>(
      "[...document.querySelectorAll('.row-name')].map((name) => name.innerText)",
    );
    expect(names.slice(-3)).toEqual(['Invoices', 'Sales outbox', 'Support inbox']);
    await picture(again, 'list');
    await darkPicture('list', testedAll);
    await again.close();
  }, 120_000);

  it('is worked by keyboard alone: to a row, its test, its stages and its records', async () => {
    const page = await popup();
    await page.sees(testedAll);
    await page.press('ArrowDown');
    await page.press('End');
    // The page itself holds the words of each row.
    expect(await page.evaluate("document.activeElement.matches('.row-open')")).toBe(true);
    expect(await focused(page)).toContain('Support inbox');
    const before = await lastRowTested(page);
    await page.press('Enter');
    await eventually(
      async () => (await lastRowTested(page)) !== before || undefined,
      'a newer result',
      15_000,
    ).catch(async (error: unknown) => {
      throw new Error(await page.text('#popup'), { cause: error });
    });
    await page.press('ArrowRight');
    await page.sees('Mailbox');
    await page.sees('Newest log records');
    await page.sees(/Info\s/);
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, 'open');
    await page.press('ArrowLeft');
    expect(await page.evaluate("document.querySelector('.details')")).toBeNull();
    await page.close();
  }, 60_000);

  it('leaves its records in the Main Log, each with a page of its own, and the list keeps its place', async () => {
    const page = await browser.open('options.html#/log', { width: 1280, height: 500 });
    await eventually(
      async () =>
        (await page.evaluate<number>("document.querySelectorAll('.records-message a').length")) > 14 ||
        undefined,
      'the records',
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot(`${screenshots}log-list-${name.toLowerCase()}.png`);
    const box = "document.querySelector('.records-box')";
    await page.evaluate(`${box}.scrollTo(0, 400)`);
    const link = "document.querySelectorAll('.records-message a')[14]";
    const [message, record] = await page.evaluate<[string, string]>(
      `[${link}.innerText, ${link}.dataset.record]`,
    );
    await page.evaluate(`void ${link}.click()`);
    await page.sees('Log record');
    expect(await page.text('.record-said')).toContain(message.slice(0, 40));
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot(`${screenshots}log-record-${name.toLowerCase()}.png`);
    await page.back();
    await eventually(
      async () => (await page.evaluate<number>(`${box}.scrollTop`)) === 400 || undefined,
      'the place in the list',
    );
    expect(await page.evaluate<string>('document.activeElement.dataset.record')).toBe(record);
    await page.close();
  });

  it('says how to start a companion that does not run, and is back by itself', async () => {
    const page = await popup();
    await page.sees(testedAll);
    await daemon.stop();
    await page.sees('The companion is not running');
    await page.sees('--data-dir');
    await badgeSays(page, '?');
    await fits(page);
    await picture(page, 'stopped');
    await darkPicture('stopped', 'The companion is not running');
    await daemon.start();
    await page.sees(testedAll);
    await badgeSays(page, '5');
    await page.close();
  });
});

/** No axe violation, no scrollbar, no complaint of the browser that is not about a daemon that is away. */
async function fits(page: ExtensionPage): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  for (const width of [360, 380, 420]) {
    await page.evaluate(`document.body.style.width = '${width}px'`);
    const over = await page.evaluate<number[]>(
      "[document.querySelector('.popup-main'), document.querySelector('#popup')].flatMap((part) => [part.scrollWidth - part.clientWidth, part.scrollHeight - part.clientHeight])",
    );
    expect(over, `${width} px`).toEqual([0, 0, 0, 0]);
  }
  await page.evaluate("document.body.style.width = ''");
  expect(page.complaints.filter((complaint) => !/ERR_CONNECTION_REFUSED/.test(complaint))).toEqual([]);
}

/** Causes that are not there as a whole, however narrow the popup, and names that are cut where a host still has room. */
async function cutOff(page: ExtensionPage): Promise<string[]> {
  await page.evaluate("document.body.style.width = '360px'");
  const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.row')].filter((row) => {
    const [name, host, line] = ['.row-name', '.row-server', '.row-line'].map((part) => row.querySelector(part));
    const isNameCut = name.scrollWidth > name.clientWidth && host.clientWidth > 0;
    return isNameCut || line.scrollHeight > line.clientHeight + 1 || line.scrollWidth > line.clientWidth;
  }).map((row) => row.innerText)`);
  await page.evaluate("document.body.style.width = ''");
  return cut;
}

function focused(page: ExtensionPage): Promise<string> {
  return page.evaluate('document.activeElement.innerText');
}

/** Of the last row. */
function lastRowTested(page: ExtensionPage): Promise<string> {
  return page.evaluate("[...document.querySelectorAll('.row time')].at(-1).dateTime");
}
