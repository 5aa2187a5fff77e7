import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { fillWithOtherScripts, hebrewSubject, nowhere } from '../letters/stored-letters.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';

const name = 'חשבון 5';
/** Where a piece of a text of the first such element stands, from its left end. */
const placeOf = (selector: string, piece: string) => `(() => {
  const texts = document.createTreeWalker(document.querySelector(${JSON.stringify(selector)}), NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    const at = text.data.indexOf(${JSON.stringify(piece)});
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + ${piece.length});
    const { left, right } = range.getBoundingClientRect();
    return { left, right };
  }
})()`;
const boxOf = (selector: string) =>
  `(({ left, right }) => ({ left, right }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;

interface Span {
  left: number;
  right: number;
}

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('letters from right to left in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    page = await pairBrowser(browser, daemon);
    const [accountId = ''] = await storeAccounts(daemon, [{ ...nowhere, form: { ...nowhere.form, name } }]);
    await daemon.stop();
    await fillWithOtherScripts(daemon.directory, accountId);
    await daemon.start();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });
  const place = (selector: string, piece: string) => page.evaluate<Span>(placeOf(selector, piece));
  const box = (selector: string) => page.evaluate<Span>(boxOf(selector));
  const hebrewRow = '.records-row';

  it('what we gave up says why in the place of a reply, as ours', async () => {
    await logRoom(page).to('#/letters/outgoing?where=subject+is+"Given+up"');
    await page.sees('Given up');
    await page.look({ width: 1920 });
    expect(await page.text('.records-row .records-reply em')).toBe('Mailprobe: account deleted');
    expect(await page.evaluate("document.querySelector('.records-row .records-reply em').title")).toBe(
      'Mailprobe has given it up: its account was deleted.',
    );
    await page.look({ width: 1280 });
  });

  it('show their beginning in the list, at the left as all others', async () => {
    await logRoom(page).to('#/letters/outgoing');
    await page.sees(hebrewSubject.slice(0, 30));
    await looksRight(page, 'letters-other-scripts', { widths: [1920, 1280, 700, 360] });
    for (const width of [1280, 360]) {
      await page.look({ width });
      const cell = await box(`${hebrewRow} .records-subject`);
      const beginning = await place(`${hebrewRow} .records-subject`, 'התחלה');
      expect(beginning.left, String(width)).toBeGreaterThanOrEqual(cell.left);
      expect(beginning.right, String(width)).toBeLessThanOrEqual(cell.right);
    }
    await page.look({ width: 1280 });
    const cell = await box(`${hebrewRow} .records-recipients`);
    const sara = await place(`${hebrewRow} .records-recipients`, 'שרה');
    expect(sara.right).toBeLessThanOrEqual(cell.right);
  });

  it('turn nothing of a condition around', async () => {
    await logRoom(page).to('#/letters/outgoing?where=subject+is+one+of+"אבג",+"5"');
    const crumb = '.records-crumb-words';
    await eventually(async () => (await page.text(crumb)).includes('אבג') || undefined, 'the crumb');
    const [first, second] = [await place(crumb, 'אבג'), await place(crumb, '5')];
    expect(first.right).toBeLessThan(second.left);
    await looksRight(page, 'letters-other-scripts-crumb', { widths: [1280, 360] });
  });

  it('obey no mark that turns what stands around it', async () => {
    await logRoom(page).to('#/letters/outgoing?where=subject+contains+fdp');
    await page.sees('invoice \\u202efdp.exe');
    await page.sees('Eve \\u2066\\u202e');
    await page.evaluate("void document.querySelector('.records-subject a').click()");
    await page.sees('Copy letter');
    await page.sees('250 \\u202e2.0.0 queued');
    expect(await page.evaluate('/[\\u202a-\\u202e]/.test(document.documentElement.textContent)')).toBe(false);
    await looksRight(page, 'letter-bidi-marks', { widths: [1280] });
  });

  it.each([
    ['outgoing', 'התחלה'],
    ['incoming', 'שלום: דוח 5'],
  ])('stand on their page in their own places, %s', async (direction, subject) => {
    await logRoom(page).to(`#/letters/${direction}`);
    await page.sees(subject);
    await page.evaluate("void document.querySelector('.records-subject a').click()");
    await page.sees('Copy letter');
    const [head, title] = [await box('h1'), await place('h1', subject)];
    expect(title.right).toBeLessThanOrEqual(head.right);
    // A short one stands below the way back.
    if (direction === 'incoming') expect(title.left).toBeCloseTo(head.left, 0);
    // Names run as they are written, addresses and codes from left to right.
    const [sara, at] = [await place('.record-fields', 'שרה'), await place('.record-fields', 'sara@')];
    expect(sara.right).toBeLessThan(at.left);
    await page.evaluate("void document.querySelectorAll('details').forEach((each) => (each.open = true))");
    await looksRight(page, `letter-other-scripts-${direction}`, { widths: [1280, 360], height: 1500 });
  });
});
