import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import { localeTexts } from '../locale-texts.ts';

/** Pairs the browser with the daemon as a person does: the code read off the terminal, typed into the page, in its language. */
export async function pairBrowser(
  browser: ExtensionBrowser,
  daemon: DaemonProcess,
  code?: string,
): Promise<ExtensionPage> {
  const page = await browser.open('options.html#/companion');
  await page.sees(/Mailprobe/);
  const language = await page.evaluate<string>('navigator.language');
  const texts = localeTexts(language.startsWith('ru') ? 'ru' : 'en');
  const words = (key: string) => texts.get(key) ?? key;
  await page.fill(words('companion.pair.code'), code ?? (await daemon.pairingCode()));
  await page.fill(words('companion.pair.port'), String(daemon.port));
  await page.click('button', words('companion.pair.submit'));
  await page.sees(words('frame.rooms.accounts'));
  await page.sees(words('frame.connection.connected'));
  return page;
}
