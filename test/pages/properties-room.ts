import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import type { ExtensionBrowser, ExtensionPage, Look } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';
import { pairBrowser } from './companion-page.ts';
import { looksRightNow } from './looks-right.ts';
import { storeAccounts } from './stored-accounts.ts';
import { storedProperty } from './stored-property.ts';

/** System Properties in a browser, over a daemon with one account for sending and one for receiving. */
export interface PropertiesRoom extends AsyncDisposable {
  browser: ExtensionBrowser;
  daemon: DaemonProcess;
  ids: { sales: Id; support: Id };
  /** Opens what the address names after `#/properties`. */
  room: (address?: string, look?: Look) => Promise<ExtensionPage>;
  /** The name of a picture. */
  shown: (state: string) => string;
  /** Where colours are forced, the switch and what is chosen must still be seen. */
  forcedToo: (page: ExtensionPage, state: string) => Promise<void>;
  /** The same address dark and narrow, where the browser can be told to be dark. */
  darkToo: (address: string, state: string, words: string | RegExp) => Promise<void>;
  stored: (property: PropertyName) => Promise<unknown>;
}

export async function propertiesRoom(open: () => Promise<ExtensionBrowser>): Promise<PropertiesRoom> {
  const [browser, daemon] = await Promise.all([open(), daemonProcess()]);
  await (await pairBrowser(browser, daemon)).close();
  const [sales = '', support = ''] = await storeAccounts(daemon, accounts);
  const room = (address = '', look?: Look) => browser.open(`options.html#/properties${address}`, look);
  const shown = (state: string) => `properties-${state}-${browser.name}`;
  const inFirefox = browser.name === 'firefox';
  return {
    browser,
    daemon,
    ids: { sales, support },
    room,
    shown,
    async forcedToo(page, state) {
      if (inFirefox) return;
      await page.look({ colours: 'forced' });
      await looksRightNow(page, shown(`${state}-forced`));
      await page.look({ colours: 'own' });
    },
    async darkToo(address, state, words) {
      for (const width of inFirefox ? [] : [1280, 360]) {
        const page = await room(address, { width, theme: 'dark' });
        await page.sees(words);
        await looksRightNow(page, shown(`${state}-dark-${width}`));
        await page.close();
      }
    },
    stored: (property) => storedProperty(daemon, property),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await daemon[Symbol.asyncDispose]();
    },
  };
}

const accounts = [
  { name: 'Sales', label: '', active: true, connection: smtpConnection },
  { name: 'Support', label: '', active: true, connection: imapConnection },
].map((form) => ({ form, password: 'hunter2-secret' }));
