import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { eventually, type ExtensionBrowser, type ExtensionPage } from './extension-browser.ts';

const extension = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const uuid = '11111111-2222-4333-8444-555555555555';

/** Debian's Firefox, headless, by WebDriver BiDi; the extension gets a UUID that is known beforehand. */
export async function openFirefox(): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    // Without it Firefox does not let automation into extension pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ 'mailprobe@mailprobe.app': uuid }),
    },
  });
  await browser.installExtension(extension);
  return {
    name: 'firefox',
    async open(path, { width = 1280, height = 800 } = {}) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      const complaints: string[] = [];
      page.on('pageerror', (error: unknown) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      // Never resolves: the page moves to the extension's process.
      page.goto(`moz-extension://${uuid}/${path}`, { timeout: 0 }).catch(() => undefined);
      await loaded(page);
      return pageOf(page, complaints);
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function loaded(page: Page): Promise<void> {
  const script = "location.protocol === 'moz-extension:' && document.querySelector('main') !== null";
  await eventually(
    async () => ((await page.evaluate(script)) === true ? true : undefined),
    'the extension page',
  );
}

function pageOf(page: Page, complaints: string[]): ExtensionPage {
  const evaluate = async <T>(expression: string): Promise<T> => (await page.evaluate(expression)) as T;
  return {
    complaints,
    press: (key) => page.keyboard.press(key as 'Enter'),
    type: (text) => page.keyboard.type(text),
    text: (selector) =>
      eventually(
        async () =>
          (await evaluate<string | null>(
            `document.querySelector(${JSON.stringify(selector)})?.innerText ?? null`,
          )) ?? undefined,
        selector,
      ),
    evaluate,
    address: () => evaluate('location.href'),
    async reload() {
      page.reload().catch(() => undefined);
      await loaded(page);
    },
    back: () => evaluate('void history.back()'),
    screenshot: async (path) => void (await page.screenshot({ path })),
  };
}
