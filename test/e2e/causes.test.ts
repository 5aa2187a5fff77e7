import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

/** What is open; the list beside it has headings of its own. */
const heading = '.room-detail h2';

const states = {
  start: 'options.html#/causes',
  cause: 'options.html#/causes/tls_wrong_mode',
  search: 'options.html#/causes?find=app+password',
  nothing: 'options.html#/causes?find=zzzz',
  unknown: 'options.html#/causes/no_such_cause',
};

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the causes in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await open();
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  it('are found by keyboard alone, and the address holds what is open', async () => {
    const page = await browser.open(states.start);
    await page.text(heading);
    await focusSearch(page);
    await page.type('app password required');
    await page.press('Enter');
    expect(await headingOf(page, 'This account needs an app password')).toBeTruthy();
    expect(await page.address()).toContain('#/causes/auth_app_password_required');
    expect(await page.evaluate<number>("document.querySelectorAll('ol > li').length")).toBeGreaterThan(1);
    await page.reload();
    await headingOf(page, 'This account needs an app password');
    expect(page.complaints).toEqual([]);
  });

  it('come back with the browser’s own back', async () => {
    const page = await browser.open(states.start);
    await page.text(heading);
    const first = await page.text(heading);
    await focusSearch(page);
    await page.type('expired certificate');
    await page.press('Enter');
    await headingOf(page, 'The server’s certificate has expired');
    await page.back();
    await eventually(
      async () => ((await page.text(heading)) === first ? true : undefined),
      'the page before',
    );
  });

  it('say so when a code is not known', async () => {
    const page = await browser.open(states.unknown);
    expect(await page.text('main')).toContain('no_such_cause');
  });
});

describe('every state of the causes', () => {
  let chromium: ExtensionBrowser;
  beforeAll(async () => {
    chromium = await openChromium();
  }, 60_000);
  afterAll(() => chromium[Symbol.asyncDispose]());

  it.each(
    Object.entries(states).flatMap(([state, path]) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        [360, 1280].map((width) => [state, theme, width, path] as const),
      ),
    ),
  )(
    '%s, %s, %i px wide: no axe violation, nothing to scroll sideways, a picture kept',
    async (state, theme, width, path) => {
      const page = await chromium.open(path, { theme, width });
      await page.text(heading);
      await page.screenshot(`${screenshots}causes-${state}-${theme}-${width}.png`);
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
      expect(page.complaints).toEqual([]);
    },
  );
});

/** The key is listened to from the first effect on, a moment after the first words. */
async function focusSearch(page: ExtensionPage): Promise<void> {
  await eventually(async () => {
    if (await page.evaluate("document.activeElement.type === 'search'")) return true;
    await page.press('/');
    return undefined;
  }, 'the search');
}

async function headingOf(page: ExtensionPage, text: string): Promise<string> {
  return eventually(async () => ((await page.text(heading)) === text ? text : undefined), text);
}

async function violations(page: ExtensionPage): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
  );
}
