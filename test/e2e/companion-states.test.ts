import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { impostor } from '../servers/impostor.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  [380, 1280].map((width) => ({ theme, width, height: 800 })),
);

describe('every state of the companion', { shuffle: false }, () => {
  let chromium: ExtensionBrowser;
  let daemon: DaemonProcess;
  beforeAll(async () => {
    [chromium, daemon] = await Promise.all([openChromium(), daemonProcess()]);
  }, 60_000);
  afterAll(async () => {
    await chromium[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it('welcome', () => looksRight('welcome', 'Add the first account'));

  it('unpaired, with a daemon that answers', () =>
    looksRight('unpaired', 'A companion answers', (page) => page.fill('Port', String(daemon.port))));

  it('a code of no use', () =>
    looksRight('wrong-code', 'This is not the code', async (page) => {
      await page.fill('Pairing code', '0123-4567-89AB-CDEF');
      await page.fill('Port', String(daemon.port));
      await page.click('button', 'Pair');
    }));

  it('paired', async () => {
    const page = await pairBrowser(chromium, daemon);
    await page.close();
    await looksRight('paired', 'This browser');
  });

  it('choosing another place for the passwords', () =>
    looksRight('move', 'Move all passwords', async (page) => {
      await page.click('button', 'Move…');
    }));

  it('about to revoke', () =>
    looksRight('revoke', 'loses its way', async (page) => {
      await page.sees('This browser');
      await page.evaluate("document.querySelector('.browser .button-danger').click()");
    }));

  it('locked', async () => {
    const page = await chromium.open('options.html#/companion');
    await page.click('button', 'Move…');
    await page.evaluate("document.querySelector('.choice:has([value=vault]) input').click()");
    await page.fill('Passphrase', 'correct horse battery');
    await page.fill('Repeat the passphrase', 'correct horse battery');
    await page.click('button', 'Move passwords');
    await page.sees('0 passwords were moved.');
    await page.close();
    await daemon.stop();
    await daemon.start();
    await looksRight('locked', 'Locked');
  });

  it('not running', async () => {
    await daemon.stop();
    await looksRight('not-running', 'The companion is not running');
  });

  it.each([
    ['of-another-version', 400, 'different versions'],
    ['not-paired', 401, 'does not know this browser'],
    ['a-stranger', 200, 'Something else answers'],
    ['busy', 503, 'too much to do'],
  ])('%s', async (state, status, words) => {
    await using _impostor = await impostor(status, daemon.port);
    await looksRight(state, words);
  });

  async function looksRight(
    state: string,
    words: string,
    act: (page: ExtensionPage) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    for (const look of looks) {
      const page = await chromium.open(
        `options.html#/${state === 'welcome' ? 'welcome' : 'companion'}`,
        look,
      );
      await act(page);
      await page.sees(words);
      await page.screenshot(`${screenshots}companion-${state}-${look.theme}-${look.width}.png`);
      expect(await violations(page), `${state} ${look.theme} ${look.width}`).toEqual([]);
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
      // A port where nobody listens is what some of these states are about.
      expect(page.complaints.filter((words) => !words.includes('Failed to load resource'))).toEqual([]);
      await page.close();
    }
  }
});

async function violations(page: ExtensionPage): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
  );
}
