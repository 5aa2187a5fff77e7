import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { type ExtensionBrowser, type ExtensionPage, eventually, waitForWords } from './extension-browser.ts';

const extension = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Debian's Chromium, headless, with a profile of its own. */
export async function openChromium(): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'mailprobe-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      // Root has no sandbox; the rest keeps the browser from calling home.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const [, , id = ''] = worker.url().split('/');
  return {
    name: 'chromium',
    profile,
    async open(path, { width = 1280, height = 800, theme = 'light' } = {}) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`chrome-extension://${id}/${path}`);
      return pageOf(page, complaints);
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

function pageOf(page: Page, complaints: string[]): ExtensionPage {
  const evaluate = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);
  return {
    complaints,
    click: (role, name) => page.getByRole(role, { name, exact: true }).first().click({ timeout: 10_000 }),
    fill: (label, text) => page.getByLabel(label, { exact: true }).first().fill(text, { timeout: 10_000 }),
    choose: async (label, option) =>
      void (await page
        .getByLabel(label, { exact: true })
        .first()
        .selectOption({ label: option }, { timeout: 10_000 })),
    sees: (words, timeoutMs) => waitForWords({ evaluate }, words, timeoutMs),
    close: () => page.close(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    text: (selector) => page.locator(selector).first().innerText(),
    evaluate,
    address: () => eventually(async () => page.url(), 'an address'),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    screenshot: async (path) => void (await page.screenshot({ path })),
  };
}
