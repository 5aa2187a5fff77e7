import { expect, inject, it } from 'vitest';
import type { PropertyName } from '../../shared/properties.ts';
import { openChromium } from '../browsers/chromium.ts';
import { eventually } from '../browsers/extension-browser.ts';
import { daemonProcess } from '../daemon-process.ts';
import { fateAccounts } from '../letters/fate-accounts.ts';
import { fillWithOtherScripts } from '../letters/stored-letters.ts';
import { brokenWords } from '../pages/broken-words.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { cutOff, englishLeft, ru } from '../pages/russian-page.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { addressOf, sender } from '../servers/real/fates.ts';

const { ca, ports } = inject('realServers');
const { outbox, inbox } = fateAccounts(ports);

it(
  'in Russian letters are written, sent and fetched in whole words, and nothing is cut off',
  { timeout: 180_000 },
  async () => {
    await using daemon = await daemonProcess({ env: { NODE_EXTRA_CA_CERTS: ca } });
    await using browser = await openChromium({ language: 'ru' });
    const page = await pairBrowser(browser, daemon);
    const to = (address: string) => page.evaluate(`void (location.hash = ${JSON.stringify(address)})`);
    const set = (name: PropertyName, value: unknown) =>
      withCommandLine(daemon, (client) => client.call('propertiesSet', { name, value }));
    const fits = async (state: string, height = 1400) => {
      for (const width of [1280, 700, 360]) {
        await page.look({ width, height });
        expect(await cutOff(page), `${state}, ${width}`).toEqual([]);
        expect(await brokenWords(page, 'main'), `${state}, ${width}`).toEqual([]);
      }
      // What was written by anyone, and what the server said.
      expect(
        await englishLeft(page, [
          'textarea',
          '.letter-text',
          '.letter-reply',
          '.records-subject',
          '.records-reply',
        ]),
        state,
      ).toEqual([]);
      await looksRight(page, `russian-${state}`, { widths: [1280, 700, 360], height });
    };

    await to('#/letters/outgoing');
    await page.sees(ru('letters.empty.outgoing.title'));
    await fits('letters-empty');
    await page.click('link', ru('compose.title'));
    await page.sees(ru('compose.from.none'));
    await page.press('Control+Enter');
    await page.sees(ru('compose.from.nobody'));
    await fits('compose-no-account');

    const [sales = '', support = ''] = await storeAccounts(daemon, [outbox, inbox]);
    await page.sees(ru('compose.from.noDefault'));
    await set('default.email.account.send', sales);
    await set('simple.email.test.user', [sender.username]);
    await set('simple.email.smtp.active', false);
    await page.sees(ru('compose.off.title'));
    await page.fill(ru('letters.record.to'), 'ada');
    await page.press('Control+Enter');
    await page.sees('«ada» — не адрес');
    await fits('compose-errors');
    await page.fill(ru('letters.record.to'), addressOf('inbox'));
    await page.fill(ru('records.columns.subject'), 'Привет');
    await page.press('Control+Enter');
    await page.sees(ru('letters.means.ready'));
    await fits('letter-waits');
    await set('simple.email.test.user', []);
    await set('simple.email.smtp.active', true);
    await page.sees(ru('letters.means.processed'), 20_000);
    await fits('letter-sent');

    await to('#/letters/new');
    await page.fill(ru('letters.record.to'), addressOf('refused'));
    await page.press('Control+Enter');
    await page.sees(ru('letters.means.failed'), 20_000);
    await fits('letter-failed');

    await to('#/letters/new');
    await page.fill(ru('letters.record.to'), `${addressOf('inbox')}, ${addressOf('refused')}`);
    await page.press('Control+Enter');
    await page.sees(ru('letters.means.partly'), 20_000);
    await page.sees(`Processed, ${ru('letters.refused.one', { count: 1 })}`);
    await fits('letter-partly');
    await to('#/letters/outgoing');
    await page.sees(ru('letters.refused.one', { count: 1 }));
    await fits('letters-outgoing');

    await to(`#/accounts/${sales}`);
    await page.click('button', ru('compose.test.sendTo', { address: sender.username }));
    await page.sees(ru('letters.means.processed'), 20_000);
    await fits('record-test-letter');
    await to(`#/accounts/${support}`);
    await eventually(
      async () => {
        await page.click('button', ru('fetching.now'));
        await page.sees(ru('fetching.close'));
        return /[1-9]\d* нов/.test(await page.text('.fetch')) || undefined;
      },
      'a letter',
      20_000,
    );
    await fits('record-fetched');
    await to('#/letters/incoming');
    await page.sees('Привет');
    await fits('letters-incoming');
    await page.evaluate("void document.querySelector('.records-subject a').click()");
    await page.sees('Message-ID');
    await fits('letter-incoming');

    await to('#/letters/new');
    await page.fill(ru('letters.record.to'), addressOf('inbox'));
    await page.fill(ru('letters.record.cc'), addressOf('refused'));
    await page.fill(ru('records.columns.subject'), 'Ещё раз');
    await page.press('Control+Enter');
    await page.sees(ru('letters.means.partly'), 20_000);
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [sales] }));
    await page.sees(ru('letters.acts.accountGone'));
    // Nothing leads to an account that is not there.
    expect(await page.text('.record-fields')).toContain(`${sales} · ${ru('letters.record.deletedAccount')}`);
    expect(await page.evaluate(`document.querySelector('[href="#/accounts/${sales}"]')`)).toBe(null);
    await fits('letter-account-gone');
    await page.click('link', ru('letters.acts.anew'));
    await page.sees(ru('compose.got.title'));
    await page.sees(ru('compose.got.nobody'));
    await fits('compose-anew');

    await to('#/log');
    await daemon.stop();
    await fillWithOtherScripts(daemon.directory, support);
    await daemon.start();
    await to('#/letters/outgoing?where=status+is+Failed');
    await page.look({ width: 1920 });
    await page.sees('Mailprobe: учётной записи нет');
    const cut =
      "(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('td.records-reply'))";
    expect(await page.evaluate(cut)).toBe(false);
    await looksRight(page, 'russian-letters-given-up', { widths: [1920] });
    expect(page.complaints.filter((words) => !words.startsWith('Failed to load resource'))).toEqual([]);
  },
);
