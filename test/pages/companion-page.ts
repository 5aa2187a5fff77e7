import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import type { DaemonProcess } from '../daemon-process.ts';
import english from '../../extension/locales/en.json' with { type: 'json' };
import russian from '../../extension/locales/ru.json' with { type: 'json' };

/** Pairs the browser with the daemon as a person does: the code read off the terminal, typed into the page, in its language. */
export async function pairBrowser(
  browser: ExtensionBrowser,
  daemon: DaemonProcess,
  code?: string,
): Promise<ExtensionPage> {
  const page = await browser.open('options.html#/companion');
  await page.sees(/Mailprobe/);
  const isRussian = (await page.evaluate<string>('navigator.language')).startsWith('ru');
  const { companion, frame } = isRussian ? russian : english;
  await page.fill(companion.pair.code, code ?? (await daemon.pairingCode()));
  await page.fill(companion.pair.port, String(daemon.port));
  await page.click('button', companion.pair.submit);
  await page.sees(frame.rooms.accounts);
  await page.sees(frame.connection.connected);
  return page;
}
