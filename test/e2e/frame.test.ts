import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { daemonProcess } from '../daemon-process.ts';
import { demoServers } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight, looksRightNow } from '../pages/looks-right.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const rooms = [
  ['accounts', 'Support inbox'],
  ['letters/incoming', 'No letters have come yet'],
  ['letters/outgoing', 'No letters have been sent yet'],
  ['letters/round-trip', 'Send from'],
  ['log', 'Email Logger'],
  ['properties', 'mailprobe.test.every'],
  ['causes', 'The server’s certificate has expired'],
  ['companion', 'This browser'],
] as const;

interface Surroundings extends AsyncDisposable {
  browser: ExtensionBrowser;
}

/** A paired browser, and eight accounts that were tested once. */
async function surroundings(open: () => Promise<ExtensionBrowser>): Promise<Surroundings> {
  const [browser, servers] = await Promise.all([open(), demoServers()]);
  const daemon = await daemonProcess({ env: { NODE_EXTRA_CA_CERTS: servers.ca } });
  await storeAccounts(daemon, exampleAccounts(servers));
  await testAccounts(daemon);
  await (await pairBrowser(browser, daemon)).close();
  return {
    browser,
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await daemon[Symbol.asyncDispose]();
      await servers[Symbol.asyncDispose]();
    },
  };
}

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the frame in %s', (_, open) => {
  let around: Surroundings;
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    around = await surroundings(open);
    ({ browser } = around);
  }, 120_000);
  afterAll(() => around[Symbol.asyncDispose]());

  it('leads by keyboard alone to the content and to each room, and says where one is', async () => {
    const page = await browser.open('options.html#/causes');
    await page.sees('The server’s certificate has expired');
    await page.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    expect(await page.address()).toMatch(/#\/causes$/);
    await page.evaluate('void document.activeElement.blur()');
    await page.evaluate("void document.querySelector('.skip').focus()");
    const titles: string[] = [];
    for (let tabs = 0; tabs < rooms.length; tabs++) {
      await page.evaluate(`void document.querySelectorAll('.side-link')[${tabs}].focus()`);
      await page.press('Enter');
      const [room, words] = rooms[tabs] ?? ['', ''];
      await page.sees(words);
      expect(await page.evaluate("document.querySelector('[aria-current=page]').getAttribute('href')")).toBe(
        `#/${room}`,
      );
      titles.push(await page.evaluate<string>('document.title'));
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
    }
    expect(new Set(titles).size).toBe(rooms.length);
    expect(titles.every((title) => title.endsWith(' · Mailprobe'))).toBe(true);
    await page.close();
  });

  it('says of an address without a page that there is none, and leads on', async () => {
    const page = await browser.open('options.html#/accounts');
    await page.sees('Support inbox');
    await page.evaluate("void (location.hash = '#/nonsense?find=x')");
    await page.sees('There is no page at “#/nonsense?find=x”');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    expect(await page.evaluate('document.title')).toBe('No such page · Mailprobe');
    expect(await page.evaluate("document.querySelector('[aria-current=page]')")).toBeNull();
    expect(await axeViolations(page)).toEqual([]);
    await page.evaluate("void document.querySelector('.note a').focus()");
    await page.press('Enter');
    await page.sees('Support inbox');
    await page.close();
  });

  it('the Companion page tells the keys that open the popup', async () => {
    const page = await browser.open('options.html#/companion');
    await page.sees('Mailprobe opens with');
    await page.sees('Mailprobe opens with Alt+Shift+E');
    await page.sees('If you remove the extension');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});

describe('the frame as Chromium measures it', () => {
  let around: Surroundings;
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    around = await surroundings(openChromium);
    ({ browser } = around);
  }, 120_000);
  afterAll(() => around[Symbol.asyncDispose]());

  it.each(rooms)('nothing moves while %s loads', async (room, words) => {
    for (const width of [1280, 360]) {
      const page = await browser.open(`options.html#/${room}`, { width });
      await page.sees(words);
      const moved = await shifts(page);
      await page.close();
      expect(moved, `${width} px`).toEqual([]);
    }
  });

  it('nothing moves while the popup loads, once it knows how many rows it has', async () => {
    const first = await browser.open('popup.html', { width: 380, height: 600 });
    await first.sees('3 of 8 worked');
    await first.close();
    const page = await browser.open('popup.html', { width: 380, height: 600 });
    await page.sees('3 of 8 worked');
    const moved = await shifts(page);
    await page.close();
    expect(moved).toEqual([]);
  });

  it.each(rooms)('%s fits 360 px', async (room, words) => {
    const page = await browser.open(`options.html#/${room}`);
    await page.sees(words);
    await looksRight(page, `frame-${room}`, { widths: [360] });
    await page.close();
  });

  it('the person’s own colours leave everything to be seen', async () => {
    const page = await browser.open('options.html#/companion');
    await page.sees('This browser');
    await page.look({ colours: 'forced' });
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('[aria-current=page]')).outlineStyle"),
    ).toBe('solid');
    await looksRightNow(page, 'frame-forced-colors');
    await page.close();
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('3 of 8 worked');
    await popup.look({ colours: 'forced' });
    await popup.press('ArrowDown');
    await popup.press('ArrowRight');
    await popup.sees('Newest log records');
    await looksRightNow(popup, 'popup-forced-colors');
    await popup.close();
  });
});

/** What moved without the person's doing since the page began, as the browser measures it (Layout Instability). */
function shifts(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(`new Promise((resolve) => {
    const found = [];
    new PerformanceObserver((list) => {
      for (const { value, sources, hadRecentInput, startTime } of list.getEntries())
        if (!hadRecentInput) found.push(value.toFixed(4) + ' at ' + Math.round(startTime) + ' ms: ' + sources.map(({ node, previousRect, currentRect }) =>
          (node?.className || node?.nodeName) + ' ' + previousRect.y + '→' + currentRect.y + ' ' + previousRect.height + '→' + currentRect.height).join(', '));
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(found), 600);
  })`);
}

function focused(page: ExtensionPage): Promise<string> {
  return page.evaluate('document.activeElement.innerText');
}
