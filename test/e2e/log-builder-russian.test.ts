import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser } from '../browsers/extension-browser.ts';
import { looksRight } from '../pages/looks-right.ts';
import { cutOff, englishLeft, ru } from '../pages/russian-page.ts';

const built = 'source is "IMAP Auth" and (level at least Warning or message contains timeout)';

describe('the Condition Builder in Russian', () => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openChromium({ language: 'ru' });
  }, 60_000);
  afterAll(() => browser[Symbol.asyncDispose]());

  it('leaves no word in English and cuts none off', async () => {
    const asked = `not (${built} and created between 2026-01-31 and today and username is one of (ada, bob) and account is 157425284611357796)`;
    const page = await browser.open(`options.html#/log?where=${encodeURIComponent(asked)}`);
    await page.click('button', ru('logBuilder.open'));
    await page.sees(ru('logBuilder.sense.not.and'));
    expect(await englishLeft(page, [])).toEqual([]);
    await looksRight(page, 'log-builder-russian', { widths: [1280, 360] });
    for (const width of [1280, 360]) {
      await page.look({ width });
      // A crumb behind the dialog may end with an ellipsis.
      const cut = (await cutOff(page)).filter((what) => !what.endsWith('<records-crumb-words>'));
      expect(cut, String(width)).toEqual([]);
    }
  });
});
