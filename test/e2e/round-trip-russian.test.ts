import { expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { daemonProcess } from '../daemon-process.ts';
import { brokenWords } from '../pages/broken-words.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight, picture } from '../pages/looks-right.ts';
import { cutOff, englishLeft, ru } from '../pages/russian-page.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { tripMailbox, tripSender } from '../pages/trip-accounts.ts';

const real = inject('realServers');
const onlyOne = process.env['BROWSER'];
const browsers = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
] as const;

it.each(browsers.filter(([name]) => !onlyOne || name === onlyOne))(
  'a round trip is told in Russian in %s: arrived, in junk, refused, and a page that fits every window',
  { timeout: 120_000 },
  async (name, open) => {
    await using daemon = await daemonProcess();
    await using browser = await open({ language: 'ru' });
    const fates = ['inbox', 'junk', 'spoofed', 'refused'] as const;
    const ids = await storeAccounts(daemon, [
      tripSender(real),
      ...fates.map((fate) => tripMailbox(real, fate)),
    ]);
    const page = await pairBrowser(browser, daemon);
    const told = {
      inbox: 'Письмо пришло: папка INBOX, через',
      junk: 'Письмо попало в спам: папка Junk, через',
      spoofed: 'Серверу получателя что-то не понравилось: SPF (fail), DMARC (fail).',
      refused: 'Сервер отправки отказался принять письмо',
    };
    for (const [fate, words] of Object.entries(told)) {
      const to = ids[1 + fates.findIndex((each) => each === fate)] ?? '';
      await page.evaluate(`void (location.hash = '#/letters/round-trip?from=${ids[0]}&to=${to}')`);
      await page.sees(ru('roundTrip.form.recipient'));
      await page.evaluate(
        `new Promise((done) => { const look = () => document.querySelector('#trip-to')?.value === '${to}' ? done() : setTimeout(look, 20); look(); })`,
      );
      await page.evaluate("void document.querySelector('.trip-start button').click()");
      await page.sees(words);
      await page.sees(ru('roundTrip.copy'));
      expect(await englishLeft(page, ['.station-title', '.quoted']), fate).toEqual([]);
      for (const width of [1280, 700, 360]) {
        await page.look({ width, height: 1_000 });
        expect(await cutOff(page), `${fate}, ${width}`).toEqual([]);
        expect(await brokenWords(page, 'main'), `${fate}, ${width}`).toEqual([]);
      }
      if (fate === 'spoofed' || fate === 'refused')
        await looksRight(page, `round-trip-russian-${fate}-${name.toLowerCase()}`, {
          widths: [1280, 360],
          height: 1_000,
        });
    }
    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees(ru('popup.roundTrip'));
    expect(await cutOff(popup)).toEqual([]);
    await picture(popup, `round-trip-russian-popup-${name.toLowerCase()}`);
    await popup.close();
  },
);
