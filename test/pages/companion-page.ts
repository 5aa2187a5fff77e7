import { readFileSync } from 'node:fs';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import type { DaemonProcess } from '../daemon-process.ts';

/** Pairs the browser with the daemon as a person does: the code read off the terminal, typed into the page, in its language. */
export async function pairBrowser(
  browser: ExtensionBrowser,
  daemon: DaemonProcess,
  code?: string,
): Promise<ExtensionPage> {
  const page = await browser.open('options.html#/companion');
  await page.sees(/Mailprobe/);
  const language = await page.evaluate<string>('navigator.language');
  const { companion, frame } = texts(language.startsWith('ru') ? 'ru' : 'en');
  await page.fill(companion.pair.code, code ?? (await daemon.pairingCode()));
  await page.fill(companion.pair.port, String(daemon.port));
  await page.click('button', companion.pair.submit);
  await page.sees(frame.rooms.accounts);
  await page.sees(frame.connection.connected);
  return page;
}

/** What stands on the way from the code to the list of accounts, in one language. */
interface PairingTexts {
  companion: { pair: { code: string; port: string; submit: string } };
  frame: { rooms: { accounts: string }; connection: { connected: string } };
}

function texts(language: 'en' | 'ru'): PairingTexts {
  const file = new URL(`../../extension/locales/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as PairingTexts;
}
