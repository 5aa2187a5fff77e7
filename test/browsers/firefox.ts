import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Dialog, type ElementHandle, type Page } from 'puppeteer-core';
import {
  type BrowserOptions,
  eventually,
  type ExtensionBrowser,
  type ExtensionPage,
  waitForWords,
} from './extension-browser.ts';

const extension = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const uuid = '11111111-2222-4333-8444-555555555555';
const uuidBeside = '66666666-7777-4888-8999-aaaaaaaaaaaa';

/** Debian's Firefox, headless, by WebDriver BiDi; the extension gets a UUID that is known beforehand. */
export async function openFirefox({
  beside,
  language = 'en',
  rebound,
  visible = false,
}: BrowserOptions = {}): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'mailprobe-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir: profile,
    executablePath: '/usr/bin/firefox-esr',
    headless: !visible,
    // Without it Firefox does not let automation into extension pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({
        'mailprobe@mailprobe.app': uuid,
        'beside@example.com': uuidBeside,
      }),
      'intl.locale.requested': language === 'en' ? 'en-US' : language,
      ...(rebound ? { 'network.dns.localDomains': rebound } : {}),
    },
  });
  const [blank] = await browser.pages();
  await browser.installExtension(extension);
  await closeWelcome(browser, blank);
  if (beside) await browser.installExtension(beside);
  return {
    name: 'firefox',
    profile,
    async open(path, { width = 1280, height = 800 } = {}) {
      const page = await newPage(browser);
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
    origin: `moz-extension://${uuid}`,
    async visit(url) {
      const page = await newPage(browser);
      await page.goto(url);
      return pageOf(page, []);
    },
    async openBeside(path) {
      const page = await newPage(browser);
      page.goto(`moz-extension://${uuidBeside}/${path}`, { timeout: 0 }).catch(() => undefined);
      await loaded(page);
      return pageOf(page, []);
    },
    end: () => browser.close(),
    async [Symbol.asyncDispose]() {
      if (browser.connected) await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The tab that the extension opens by itself: in the foreground it would hide the pages of the tests, which then rest. */
async function closeWelcome(browser: Browser, blank: Page | undefined): Promise<void> {
  const welcome = await eventually(
    async () => (await browser.pages()).find((page) => page !== blank),
    'the welcome',
  );
  await welcome.close();
}

/** Firefox refuses one now and then, when the tab before it has just gone. */
function newPage(browser: Browser): Promise<Page> {
  return eventually(() => browser.newPage(), 'a new tab');
}

async function loaded(page: Page): Promise<void> {
  const script = "location.protocol === 'moz-extension:' && document.querySelector('main') !== null";
  await eventually(
    async () => ((await page.evaluate(script)) === true ? true : undefined),
    'the extension page',
  );
}

const mostTyped = 500;

function pageOf(page: Page, complaints: string[]): ExtensionPage {
  const evaluate = async <T>(expression: string): Promise<T> => (await page.evaluate(expression)) as T;
  const find = (selector: string): Promise<ElementHandle> =>
    eventually(async () => (await page.$(selector)) ?? undefined, selector);
  /** By its label's words, in the page itself: the accessibility tree takes four times as long. */
  const control = (label: string): Promise<ElementHandle> =>
    eventually(async () => {
      const found = await page.evaluateHandle(`[...document.querySelectorAll('label')]
        .find((label) => label.innerText.trim() === ${JSON.stringify(label)})?.control
        ?? document.querySelector(${JSON.stringify(`[aria-label=${JSON.stringify(label)}]`)})`);
      return (found.asElement() as ElementHandle | null) ?? undefined;
    }, label);
  return {
    complaints,
    click: async (role, name) => (await find(accessible(name, role))).click(),
    doubleClick: async (role, name) => (await find(accessible(name, role))).click({ count: 2, delay: 200 }),
    async fill(label, text) {
      const field = await control(label);
      await field.focus();
      await field.evaluate((element) => (element as unknown as { select(): void }).select());
      await page.keyboard.press('Backspace');
      // A key takes this driver some milliseconds: what nobody types comes as from the clipboard.
      if (text.length > mostTyped)
        await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
      else await field.type(text);
    },
    async tick(label, on) {
      const box = await control(label);
      const was = await box.evaluate((element) => (element as unknown as { checked: boolean }).checked);
      if (was !== on) await box.click();
    },
    async choose(label, option) {
      const field = await control(label);
      const value = await field.evaluate(
        (element, words) =>
          [...(element as unknown as Choices).options].find(({ text }) => text === words)?.value,
        option,
      );
      await field.select(String(value));
    },
    sees: (words, timeoutMs) => waitForWords({ evaluate }, words, timeoutMs),
    close: () => page.close(),
    async press(key) {
      const [last = '', ...held] = key.split('+').toReversed();
      for (const modifier of held) await page.keyboard.down(modifier as 'Control');
      await page.keyboard.press(last as 'Enter');
      for (const modifier of held) await page.keyboard.up(modifier as 'Control');
    },
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
      // A page that asks whether it may be left is left.
      const agree = (dialog: Dialog) => void dialog.accept().catch(() => undefined);
      page.on('dialog', agree);
      const before = await evaluate<number>('performance.timeOrigin');
      page.reload().catch(() => undefined);
      await eventually(
        async () => (await evaluate<number>('performance.timeOrigin')) !== before || undefined,
        'the page anew',
      );
      await loaded(page);
      page.off('dialog', agree);
    },
    back: () => evaluate('void history.back()'),
    screenshot: async (path) => void (await page.screenshot({ path })),
    async look({ width, height }) {
      const now = page.viewport() ?? { width: 1280, height: 800 };
      await page.setViewport({ width: width ?? now.width, height: height ?? now.height });
    },
  };
}

/** What of a `select` is read in the page. */
interface Choices {
  options: Iterable<{ text: string; value: string }>;
}

/** By the accessibility tree: puppeteer's locators do not survive the page's move between processes. */
function accessible(name: string, role?: string): string {
  return `::-p-aria([name=${JSON.stringify(name)}]${role ? `[role="${role}"]` : ''})`;
}
