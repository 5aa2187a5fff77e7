import { expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { brokenWords } from '../pages/broken-words.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { cutOff, ru } from '../pages/russian-page.ts';
import { storeAccounts, testAccounts } from '../pages/stored-accounts.ts';

const real = inject('realServers');

it(
  'in Russian, the longest language, a record fits every window, breaks no word, and its head keeps its height',
  { timeout: 120_000 },
  async () => {
    await using daemon = await daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } });
    await using browser = await openChromium({ language: 'ru' });
    const examples = exampleAccounts(endpointsOf(real));
    const ids = await storeAccounts(daemon, examples);
    await testAccounts(daemon);
    const page = await pairBrowser(browser, daemon);
    const headHeight = () =>
      page.evaluate<number>("document.querySelector('.form-head').getBoundingClientRect().height");
    const numberHeight = () =>
      page.evaluate<number>(
        "document.querySelector('.banner-fact:last-child').getBoundingClientRect().height",
      );
    const idOf = (name: string) => ids[examples.findIndex(({ form }) => form.name === name)] ?? '';

    for (const name of ['Ada, password changed', 'Old server, certificate expired', 'Sales outbox']) {
      await page.evaluate(`void (location.hash = '#/accounts/${idOf(name)}')`);
      await page.sees(name);
      await page.sees(ru('test.again'));
      for (const width of [1600, 1440, 1280, 1024, 700, 360]) {
        await page.look({ width, height: 1200 });
        const before = await headHeight();
        await page.fill(ru('accounts.fields.label'), 'ada');
        await page.sees(ru('accounts.record.unsaved'));
        if (width >= 620) expect(await headHeight(), `${name}, ${width}`).toBe(before);
        expect(await numberHeight(), 'a number beside its unit').toBeLessThan(25);
        // In the one line beside the rooms a long name gives way; it stands in its field.
        const cut = (await cutOff(page)).filter((what) => width !== 1024 || !what.endsWith('<room-title>'));
        expect(cut, `${name}, ${width}`).toEqual([]);
        expect(await brokenWords(page, 'main'), `${name}, ${width}`).toEqual([]);
        await page.fill(
          ru('accounts.fields.label'),
          examples.find(({ form }) => form.name === name)?.form.label ?? '',
        );
      }
      await page.evaluate(
        "document.querySelectorAll('.stage-details').forEach((stage) => (stage.open = true))",
      );
      expect(await brokenWords(page, '.test'), name).toEqual([]);
      await looksRight(page, `russian-record-${ids.indexOf(idOf(name))}`, {
        widths: [1280, 1024, 700, 360],
        height: 1600,
      });
    }
  },
);
