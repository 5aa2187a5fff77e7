import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { DaemonProcess } from '../daemon-process.ts';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** The options page of a Chromium of its own, 1280 × 800, paired with this daemon; `before` runs in each page before all else. */
export async function pairedPage(
  daemon: DaemonProcess,
  before = '',
): Promise<{ readonly page: Page } & AsyncDisposable> {
  const profile = await mkdtemp(join(tmpdir(), 'mailprobe-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--disable-extensions-except=${built}`,
      `--load-extension=${built}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const [, , id = ''] = worker.url().split('/');
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript(before);
  await page.goto(`chrome-extension://${id}/options.html#/companion`);
  await page.getByLabel('Pairing code', { exact: true }).fill(await daemon.pairingCode());
  await page.getByLabel('Port', { exact: true }).fill(String(daemon.port));
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText('Connected', { exact: true }).first().waitFor();
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
