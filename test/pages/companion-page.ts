import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import type { DaemonProcess } from '../daemon-process.ts';

/** Pairs the browser with the daemon as a person does: the code read off the terminal, typed into the page. */
export async function pairBrowser(
  browser: ExtensionBrowser,
  daemon: DaemonProcess,
  code?: string,
): Promise<ExtensionPage> {
  const page = await browser.open('options.html#/companion');
  await page.fill('Pairing code', code ?? (await daemon.pairingCode()));
  await page.fill('Port', String(daemon.port));
  await page.click('button', 'Pair');
  await page.sees('Email Accounts');
  await page.sees('Connected');
  return page;
}
