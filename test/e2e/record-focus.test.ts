import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { focusedName, tabTo } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { takesFirstKey } from '../pages/first-key.ts';
import { silentServer, type SilentServer } from '../pages/silent-server.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');
const failing = 'Ada, password changed';

/** Where the focus is: in the window, and in the record below its head. */
interface Place {
  name: string;
  top: number;
  bottom: number;
  /** From the left, of the column that it is in. */
  column: number;
  /** From the top of the record. */
  down: number;
  downEnd: number;
}

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('where the focus goes in a record, in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let silent: SilentServer;
  let page: ExtensionPage;
  let failed: string;
  let slow: string;
  beforeAll(async () => {
    [browser, daemon, silent] = await Promise.all([
      open(),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
      silentServer(),
    ]);
    const examples = exampleAccounts(endpointsOf(real)).filter(({ form }) => form.name === failing);
    [failed = ''] = await storeAccounts(daemon, examples);
    await testAccounts(daemon);
    [slow = ''] = await storeAccounts(daemon, [silent.account]);
    page = await pairBrowser(browser, daemon);
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await silent[Symbol.asyncDispose]();
  });

  const opens = async (address: string, words: string, size: { width: number; height: number }) => {
    await page.look(size);
    await page.evaluate(`void (location.hash = '${address}')`);
    await page.sees(words);
  };

  const place = () =>
    page.evaluate<Place | undefined>(`(() => {
      const body = document.querySelector('.account-body');
      const focused = document.activeElement;
      if (!body.contains(focused)) return undefined;
      const { top, bottom } = focused.getBoundingClientRect();
      const part = [...body.children].find((child) => child.contains(focused)).getBoundingClientRect();
      const from = body.getBoundingClientRect().top;
      const name = (focused.labels?.[0]?.innerText ?? focused.innerText).trim().split('\\n')[0];
      return { name, top, bottom, column: part.left, down: top - from, downEnd: bottom - from };
    })()`);

  /** Every place in the record that Tab leads to from its head, in that order. */
  const walk = async (key: 'Tab' | 'Shift+Tab'): Promise<Place[]> => {
    const places: Place[] = [];
    for (let at = 0; at < 60; at++) {
      await page.press(key);
      const found = await place();
      if (found) places.push(found);
      else if (places.length > 0) return places;
    }
    throw new Error('Tab never left the record.');
  };

  const fromHead = async () => {
    await page.evaluate(
      `void document.querySelector('.form-head .room-actions button:last-of-type').focus()`,
    );
    return walk('Tab');
  };

  it.each([
    ['failed', 360],
    ['failed', 1024],
    ['failed', 1280],
    ['new', 360],
    ['new', 1280],
  ])('Tab goes downwards through a %s record of %i px, column by column', async (which, width) => {
    const address = which === 'new' ? '#/accounts/new' : `#/accounts/${failed}`;
    await opens(address, which === 'new' ? 'New account' : 'Test again', { width, height: 900 });
    const places = await fromHead();
    expect(places.length).toBeGreaterThan(10);
    const upwards = places.filter((found, at) => {
      const before = places[at - 1];
      return before && before.column === found.column && found.downEnd <= before.down;
    });
    expect(upwards).toEqual([]);
    const columns = places.map(({ column }) => column).filter((column, at, all) => column !== all[at - 1]);
    expect(columns, 'each column once, from the left').toEqual(
      [...new Set(columns)].toSorted((a, b) => a - b),
    );
    expect(new Set(columns).size).toBe(which === 'failed' && width === 1280 ? 2 : 1);
  });

  it('a window that gets narrower leaves the focus where it was', async () => {
    await opens(`#/accounts/${failed}`, 'Test again', { width: 1280, height: 900 });
    for (const name of ['Server', 'Test again']) {
      await tabTo(page, name);
      for (const width of [1024, 1280]) {
        await page.look({ width, height: 900 });
        const first = width < 1180 ? 'test' : 'account-form';
        await eventually(
          async () =>
            (await page.evaluate<string>(
              `document.querySelector('.account-body').firstElementChild.className`,
            )) === first || undefined,
          `${first} first`,
        );
        expect(await focusedName(page)).toBe(name);
      }
    }
  });

  it.each(['Tab', 'Shift+Tab'] as const)(
    'in a small window %s brings nothing under the head',
    async (key) => {
      await opens(`#/accounts/${failed}`, 'Test again', { width: 360, height: 640 });
      const from = key === 'Tab' ? '.form-head .room-actions button:last-of-type' : '.related-id button';
      await page.evaluate(`void document.querySelector('${from}').focus()`);
      const places = await walk(key);
      const head = await page.evaluate<number>(
        `document.querySelector('.form-head').getBoundingClientRect().bottom`,
      );
      expect(places.length).toBeGreaterThan(10);
      expect(places.filter(({ top, bottom }) => top < Math.max(head, 0) || bottom > 640)).toEqual([]);
    },
  );

  it('a record takes Ctrl+S as soon as it is there', async () => {
    await opens('#/accounts', failing, { width: 1280, height: 900 });
    const go = `location.hash = '#/accounts/${failed}';`;
    expect(await takesFirstKey(page, { selector: '.account-form', key: 's', go })).toBe(true);
  });

  it('a letter takes Ctrl+Enter as soon as its form is there', async () => {
    await opens('#/accounts', failing, { width: 1280, height: 900 });
    const go = "location.hash = '#/letters/new';";
    expect(await takesFirstKey(page, { selector: '.compose-form', key: 'Enter', go })).toBe(true);
    await page.sees('need attention');
    await page.evaluate("void (location.hash = '#/accounts')");
  });

  it('Ctrl+Enter while a test runs starts no other, and says so', async () => {
    await opens(`#/accounts/${slow}`, 'Account ID', {
      width: 1280,
      height: 900,
    });
    await page.press('Control+Enter');
    await page.sees('Testing the connection');
    await page.press('Control+Enter');
    await page.sees('A test is running. Press Stop to end it.');
    await page.click('button', 'Stop');
    await page.sees('The test was stopped');
    await page.press('Control+Enter');
    await page.sees('Testing the connection');
    await page.click('button', 'Stop');
    await page.sees('The test was stopped');
    expect(await startedTests(), 'one for each time that none ran').toBe(2);
  });

  const startedTests = async () => {
    await page.click('link', 'Log records');
    await page.sees('was cancelled');
    const said = await page.text('main');
    return said.split('was cancelled').length - 1;
  };
});
