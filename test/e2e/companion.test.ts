import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { impostor } from '../servers/impostor.ts';

/** A code that reads well and opens nothing. */
const wrongCode = '0123-4567-89AB-CDEF';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the companion in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  // Each begins where the one before ended.
  describe('one step after another', { shuffle: false }, () => {
    it('is asked for before anything else, and a code is looked at while it is typed', async () => {
      const page = await browser.open('options.html#/welcome');
      await page.sees('Start the companion');
      await page.fill('Pairing code', 'abc-u');
      await page.sees('“U” is in no code.');
      await page.fill('Pairing code', 'abc');
      await page.sees('3 of 16 characters');
      await page.click('button', 'Pair');
      expect(await page.evaluate('document.activeElement.id')).toBe('pairing-code');
      await page.fill('Pairing code', wrongCode.toLowerCase().replaceAll('-', ' '));
      await page.sees('The code is complete.');
      await page.close();
    });

    it.each(['#/accounts', '#/accounts/157425284611357796', '#/log', '#/properties', ''])(
      'is what the address “%s” leads to while nothing is paired',
      async (address) => {
        const page = await browser.open(`options.html${address}`);
        await page.sees('This browser is not paired');
        await page.close();
      },
    );

    it('that does not run is told from one that has another code, and from a stranger', async () => {
      const page = await browser.open('options.html#/companion');
      await page.fill('Pairing code', wrongCode);
      await page.fill('Port', '1');
      await page.click('button', 'Pair');
      await page.sees('Nobody answers on this port');

      await page.fill('Port', String(daemon.port));
      await page.sees(`A companion answers on port ${daemon.port}.`);
      await page.click('button', 'Pair');
      await page.sees('This is not the code that the companion shows');

      await using stranger = await impostor(200);
      await page.fill('Port', String(stranger.port));
      await page.click('button', 'Pair');
      await page.sees('Something else answers on this port');
      await page.close();
    });

    it('pairs, stays paired over a reload, and is found again within 2 s of its return', async () => {
      const page = await pairBrowser(browser, daemon);
      expect(await page.address()).toContain('#/accounts');
      await page.reload();
      await page.sees('Connected');
      await page.evaluate("location.hash = '#/companion'");
      await page.sees(daemon.directory);
      await page.sees('This browser');

      await daemon.stop();
      await page.sees('The companion is not running', 5000);
      await page.sees(`--data-dir`);
      await daemon.start();
      const back = performance.now();
      await page.sees('Paired browsers');
      expect(performance.now() - back).toBeLessThan(2000);
      await page.close();
    });

    it('is not believed by its port alone, and is told from one of another version', async () => {
      const page = await browser.open('options.html#/companion');
      await page.sees('Paired browsers');
      await daemon.stop();
      {
        await using _other = await impostor(400, daemon.port);
        await page.sees('Something else answers in the companion’s place');
        await page.reload();
        await page.sees('Extension and companion are of different versions');
      }
      await daemon.start();
      await page.sees('Paired browsers');
      await page.close();
    });

    it('moves the passwords into a vault with a passphrase, and wants it after a start', async () => {
      const page = await browser.open('options.html#/companion');
      await page.sees('Encrypted file with a key file');
      await page.click('button', 'Check');
      await page.click('button', 'Move…');
      await page.sees('Move all passwords');
      await page.evaluate("document.querySelector('.choice:has([value=vault]) input').click()");
      await page.fill('Passphrase', 'correct horse battery');
      await page.fill('Repeat the passphrase', 'correct horse');
      await page.click('button', 'Move passwords');
      await page.sees('The two are not the same.');
      await page.fill('Repeat the passphrase', 'correct horse battery');
      await page.click('button', 'Move passwords');
      await page.sees('0 passwords were moved.');

      await daemon.stop();
      await daemon.start();
      await page.sees('Locked');
      await page.fill('Passphrase', 'wrong');
      await page.click('button', 'Unlock');
      await eventually(
        async () => (await page.evaluate<boolean>("!!document.querySelector('[role=alert]')")) || undefined,
        'what went wrong',
      );
      await page.fill('Passphrase', 'correct horse battery');
      await page.click('button', 'Unlock');
      await page.sees('Ready');
      await page.close();
    });

    it('shuts a browser out that is revoked, and says so on its page', async () => {
      const page = await browser.open('options.html#/companion');
      await page.sees('This browser');
      const name = await page.evaluate<string>("document.querySelector('.browser-name').firstChild.data");
      await page.click('button', `Revoke ${name}`);
      await page.sees(`Revoke ${name}?`);
      await page.evaluate("document.querySelector('dialog .button-danger').click()");
      await page.sees('The companion does not know this browser any more');
      await page.sees('Pairing code');

      // Chromium gives no choice about it.
      if (browser.name === 'firefox') {
        await page.evaluate("browser.permissions.remove({ origins: ['http://127.0.0.1/*'] })");
        await page.sees('The browser does not let Mailprobe reach the companion');
        await page.sees('Allow access');
      }
      await page.close();
    });
  });
});
