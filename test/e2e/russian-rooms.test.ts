import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { looksRightNow } from '../pages/looks-right.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { storedProperty } from '../pages/stored-property.ts';
import { smtpConnection } from '../store/examples.ts';

const send = 'default.email.account.send';
const every = 'mailprobe.test.every';

describe('the rooms of properties, log and causes in Russian', { shuffle: false }, () => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([openChromium({ language: 'ru' }), daemonProcess()]);
    await (await pairBrowser(browser, daemon)).close();
    await storeAccounts(daemon, [
      { form: { name: 'Продажи', label: '', active: true, connection: smtpConnection }, password: 'hunter2' },
    ]);
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const looksRight = async (address: string, words: string | RegExp, name: string) => {
    for (const width of [1280, 360]) {
      const page = await browser.open(`options.html${address}`, { width });
      await page.sees(words);
      await looksRightNow(page, `russian-${name}-${width}`);
      expect(page.complaints).toEqual([]);
      await page.close();
    }
  };

  it('changes a property by keyboard, with numbers as Russian writes them', async () => {
    const page = await browser.open(`options.html#/properties/${every}`);
    await page.sees('От 0 до 10\u00a0080.');
    await page.evaluate("void document.querySelector('#value').focus()");
    await page.press('Control+a');
    await page.type('20000');
    await page.press('Control+s');
    await page.sees(every);
    expect(await page.evaluate<string>("document.querySelector('#value-error').innerText")).toMatch(
      /\p{Script=Cyrillic}/u,
    );
    await looksRightNow(page, 'russian-number-refused');
    await page.press('Control+a');
    await page.type('2');
    await page.sees('Раз в 2 минуты.');
    await page.press('Control+s');
    await page.sees('только что');
    expect(await storedProperty(daemon, every)).toBe(2);
    await page.close();
  });

  it('lists and shows properties', async () => {
    await looksRight('#/properties', 'Учётные записи по умолчанию', 'properties');
    await looksRight(`#/properties/${send}`, 'Выберите учётную запись', 'property-account');
    await looksRight('#/properties/simple.email.test.user', 'По одному адресу в строке', 'property-lines');
  });

  it('shows records of the log with their English marked as such', async () => {
    await looksRight('#/log', `Property ${every} was set to 2.`, 'log');
    const page = await browser.open('options.html#/log');
    await page.sees('was set to 2.');
    await page.evaluate("void document.querySelector('.records-message a').focus()");
    await page.press('Enter');
    await page.sees('только что');
    expect(await page.evaluate<string>("document.querySelector('.record-said').lang")).toBe('en');
    await looksRightNow(page, 'russian-log-record');
    await page.close();
  });

  it('finds a cause by a Russian word, by its code and by its English title', async () => {
    await looksRight('#/causes', 'Поиск причин', 'causes');
    await looksRight('#/causes/auth_bad_credentials', 'Введите пароль заново', 'cause');
    const first = async (find: string) => {
      const page = await browser.open(`options.html#/causes?find=${encodeURIComponent(find)}`);
      const code = await page.text('.cause-link-code');
      await page.close();
      return code;
    };
    expect(await first('cert_hostname_mismatch')).toBe('cert_hostname_mismatch');
    expect(await first('пароля приложения')).toMatch(/^auth_app_password/);
    expect(await first('app password')).toMatch(/^auth_app_password/);
  });

  it('says what is wrong with a pasted id in the language of the page', async () => {
    const page = await browser.open(`options.html#/properties/${send}`);
    await page.sees('Выберите учётную запись');
    await page.evaluate("void document.querySelector('#value').focus()");
    await page.type('157425284611357796');
    const error = await eventually(
      async () => (await page.text('#value-error')) || undefined,
      'the sentence at the field',
    );
    expect(error).toMatch(/\p{Script=Cyrillic}.*157425284611357796/u);
    await page.close();
  });
});
