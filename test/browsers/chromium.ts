import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import {
  type BrowserOptions,
  type ExtensionBrowser,
  type ExtensionPage,
  eventually,
  waitForWords,
} from './extension-browser.ts';

const extension = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** Debian's Chromium, headless, with a profile of its own. */
export async function openChromium({
  beside,
  language = 'en',
  rebound,
  visible = false,
}: BrowserOptions = {}): Promise<ExtensionBrowser> {
  const extensions = [extension, ...(beside ? [beside] : [])].join();
  const profile = await mkdtemp(join(tmpdir(), 'mailprobe-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: !visible,
    // Linux alone: elsewhere --lang decides.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--lang=${language}`,
      // Root has no sandbox; the rest keeps the browser from calling home.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...(rebound ? [`--host-resolver-rules=MAP ${rebound} 127.0.0.1`] : []),
    ],
  });
  const id = await extensionId(extension);
  const started = () => context.serviceWorkers().some((worker) => worker.url().includes(id));
  await eventually(async () => started() || undefined, 'the extension’s worker');
  await closeWelcome(context, `chrome-extension://${id}/`);
  const visit = async (url: string): Promise<ExtensionPage> => {
    const page = await context.newPage();
    await page.goto(url);
    return pageOf(page, []);
  };
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
    origin: `chrome-extension://${id}`,
    visit,
    openBeside: async (path) => visit(`chrome-extension://${await extensionId(beside ?? '')}/${path}`),
    end: () => context.close(),
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** It opens by itself and takes the foreground; a page behind it is drawn once a second, and clicks wait for that. */
async function closeWelcome(context: BrowserContext, origin: string): Promise<void> {
  const welcome = await eventually(
    async () => context.pages().find((page) => page.url() === `${origin}options.html#/welcome`),
    'the welcome',
  );
  // Closed while it asks for its texts, it would leave none to every other page of this process.
  await welcome.locator('main').waitFor();
  await welcome.close();
}

function pageOf(page: Page, complaints: string[]): ExtensionPage {
  const evaluate = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);
  let session: CDPSession | undefined;
  return {
    complaints,
    click: (role, name) => page.getByRole(role, { name, exact: true }).first().click({ timeout: 10_000 }),
    doubleClick: (role, name) =>
      page.getByRole(role, { name, exact: true }).first().dblclick({ delay: 200, timeout: 10_000 }),
    fill: (label, text) => page.getByLabel(label, { exact: true }).first().fill(text, { timeout: 10_000 }),
    tick: (label, on) => page.getByLabel(label, { exact: true }).first().setChecked(on, { timeout: 10_000 }),
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
    async threadMs() {
      if (!session) {
        session = await page.context().newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      }
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    },
    async look({ width, height, theme, colours, motion }) {
      const now = page.viewportSize() ?? { width: 1280, height: 800 };
      await page.setViewportSize({ width: width ?? now.width, height: height ?? now.height });
      if (theme) await page.emulateMedia({ colorScheme: theme });
      if (motion)
        await page.emulateMedia({ reducedMotion: motion === 'reduced' ? 'reduce' : 'no-preference' });
      if (colours) await page.emulateMedia({ forcedColors: colours === 'forced' ? 'active' : 'none' });
    },
  };
}

/** The manifest's key fixes the id: 32 hex digits of its SHA-256, written with the letters a to p. */
async function extensionId(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const { key } = manifest as { key: string };
  const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
