import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { looksRight, looksRightNow } from '../pages/looks-right.ts';
import { cutOff, englishLeft, ru } from '../pages/russian-page.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';
import { logRoom } from '../pages/log-room.ts';

const real = inject('realServers');

/** As large as a browser lets a popup be. */
const popupSize = { width: 380, height: 600 };
const tall = { height: 1500 };

/** Where the companion says that passwords lie, which is English yet. */
const notYet: readonly string[] = ['.place-text'];

/** The example accounts as somebody would name them who writes Russian. */
const names = [
  'Поддержка',
  'Отдел продаж',
  'Счета',
  'Пароль сменён',
  'Старый сервер',
  'SSL не туда',
  'Порт закрыт',
  'Опечатка',
];

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('every page in Russian, in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([
      open({ language: 'ru' }),
      daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } }),
    ]);
    page = await browser.open('options.html#/welcome');
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const to = async (address: string, words: string | RegExp) => {
    await page.evaluate(`void (location.hash = '${address}')`);
    await page.sees(words);
  };
  const isRussian = async (shown: ExtensionPage, state: string, look = {}) => {
    expect(await shown.evaluate('document.documentElement.lang')).toBe('ru');
    expect.soft(await englishLeft(shown, notYet), state).toEqual([]);
    expect.soft(await cutOff(shown), state).toEqual([]);
    if (name === 'Chromium') await looksRight(shown, `russian-${state}`, look);
    else await looksRightNow(shown, `russian-${state}-firefox`);
  };
  const popupIsRussian = async (
    state: string,
    words: string | RegExp,
    go?: (popup: ExtensionPage) => Promise<void>,
  ) => {
    const popup = await browser.open('popup.html', popupSize);
    await popup.sees(words);
    await go?.(popup);
    await isRussian(popup, state, { widths: [380], height: 600 });
    await popup.close();
  };

  it('the welcome', async () => {
    await page.sees(ru('companion.welcome.title'));
    await isRussian(page, 'welcome', { height: 1100 });
  });

  it('the popup of a browser that is not paired', async () => {
    await popupIsRussian('popup-unpaired', ru('popup.pairTitle'));
  });

  it('the pairing, with a code that is not the right one', async () => {
    await page.fill(ru('companion.pair.code'), '0123-4567-89AB-CDEF');
    await page.fill(ru('companion.pair.port'), String(daemon.port));
    await page.click('button', ru('companion.pair.submit'));
    await page.sees(ru('companion.failures.wrong_code.title'));
    await isRussian(page, 'wrong-code', { height: 1300 });
    await page.fill(ru('companion.pair.code'), await daemon.pairingCode());
    await page.click('button', ru('companion.pair.submit'));
    await page.sees(ru('frame.connection.connected'));
  });

  it('no account yet', async () => {
    await page.sees(ru('accounts.list.emptyTitle'));
    await isRussian(page, 'empty');
    await popupIsRussian('popup-empty', ru('popup.emptyTitle'));
  });

  it('the list', async () => {
    const examples = exampleAccounts(endpointsOf(real)).map(({ form, password }, at) => ({
      form: { ...form, name: names[at] ?? '' },
      password,
    }));
    await storeAccounts(daemon, examples);
    await testAccounts(daemon);
    await page.sees('Порт закрыт');
    await page.sees(ru('status.states.works'));
    await isRussian(page, 'list');
  }, 60_000);

  it('the popup, and a row of it', async () => {
    await popupIsRussian('popup', ru('popup.worked', { worked: 3, of: 8 }));
    await popupIsRussian('popup-row', ru('popup.worked', { worked: 3, of: 8 }), async (popup) => {
      await popup.evaluate("void document.querySelector('.row-open').click()");
      await popup.sees(ru('popup.records'));
    });
  });

  it('a record with errors', async () => {
    await to('#/accounts/new', ru('accounts.record.links'));
    await isRussian(page, 'record-new', tall);
    await page.click('button', ru('accounts.record.save'));
    await page.sees(/требуют внимания/);
    await isRussian(page, 'record-errors', tall);
  });

  it('a record and its failed test', async () => {
    await to('#/accounts', 'Порт закрыт');
    await page.click('link', 'Порт закрыт');
    await page.sees(ru('accounts.record.id'));
    await page.click('button', ru('accounts.record.test'));
    await page.sees(ru('test.failedAt', { stage: ru('status.stages.connect') }));
    await isRussian(page, 'record-failed', tall);
  });

  it('the system properties, and one of them', async () => {
    await to('#/properties', 'mailprobe.test.every');
    await isRussian(page, 'properties', tall);
    await to('#/properties/mailprobe.test.every', ru('properties.page.value'));
    await isRussian(page, 'property');
  });

  it('the causes, and one of them', async () => {
    await to('#/causes', ru('causes.start.title'));
    await isRussian(page, 'causes');
    await to('#/causes/auth_bad_credentials', ru('causes.cause.why'));
    await isRussian(page, 'cause');
  });

  it('the log, and a record of it', async () => {
    await to('#/log', 'Email Logger');
    await logRoom(page).rowsAreThere();
    await isRussian(page, 'log');
    await page.evaluate("void document.querySelector('.records-message a').click()");
    await page.sees(ru('log.record.title'));
    await isRussian(page, 'log-record');
  });

  it('the companion, and its absence', async () => {
    await to('#/companion', daemon.directory);
    await isRussian(page, 'companion', { height: 1100 });
    await daemon.stop();
    await page.sees(ru('companion.troubles.unreachable.title'));
    await isRussian(page, 'companion-gone');
    await popupIsRussian('popup-gone', ru('companion.troubles.unreachable.title'));
  });
});
