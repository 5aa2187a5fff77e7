import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { chooseByTyping, focusComesTo, focusedName, tabTo } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fillLog } from '../store/fill-log.ts';

const built = 'source is "IMAP Auth" and (level at least Warning or message contains timeout)';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('the Condition Builder in %s, by keyboard alone', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  /** In the background. */
  let other: ExtensionPage;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    await fillLog(daemon, 600);
    other = await browser.open('options.html#/log');
    page = await pairBrowser(browser, daemon);
    await page.evaluate("void (location.hash = '#/log')");
    await page.sees(/\d records/);
  }, 120_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const where = async () => new URLSearchParams((await page.address()).split('?')[1]).get('where') ?? '';
  const addressSays = (words: string) =>
    eventually(async () => (await where()) === words || undefined, `where=${words}`);
  const closes = () =>
    eventually(
      () => page.evaluate("document.querySelector('dialog.builder') ? undefined : true"),
      'the builder to close',
    );
  const discards = async () => {
    await page.press('Escape');
    await page.sees('Discard your changes?');
    await tabTo(page, 'Discard');
    await page.press('Enter');
    await closes();
  };
  const openBuilder = async () => {
    await tabTo(page, 'Condition Builder…');
    await page.press('Enter');
    await page.sees('Condition Builder\n');
  };
  const chooses = (typed: string) => chooseByTyping(page, typed);

  it('is not loaded before it is opened', async () => {
    const loaded = () => page.evaluate(`!!document.querySelector('link[href*="/condition-builder-"]')`);
    expect(await loaded()).toBe(false);
    await openBuilder();
    await focusComesTo(page, 'Add rule');
    expect(await loaded()).toBe(true);
    await page.press('Escape');
    await closes();
    await focusComesTo(page, 'Condition Builder…');
  });

  it('builds rules and groups, and the list asks what they say', async () => {
    await openBuilder();
    await focusComesTo(page, 'Add rule');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 1');
    await tabTo(page, 'Value of rule 1');
    await chooses('IMAP Auth');
    await tabTo(page, 'Add group');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 2.1');
    await chooses('Level');
    await tabTo(page, 'AND', { back: true });
    await page.press('ArrowRight');
    await page.sees('At least one of these is true');
    await tabTo(page, 'Add rule to group 2');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 2.2');
    await chooses('Message');
    await tabTo(page, 'Value of rule 2.2');
    await page.type('timeout');
    await page.sees(built);
    if (name === 'Chromium') await looksRight(page, 'log-builder', { widths: [1280, 360] });
    await page.press('Enter');
    await closes();
    await addressSays(built);
    await page.sees('Source is IMAP Auth');
    const rows = () =>
      page.evaluate<string[]>("[...document.querySelectorAll('.records-row')].map((row) => row.innerText)");
    await eventually(async () => {
      const shown = await rows();
      return (shown.length > 0 && shown.every((row) => row.includes('IMAP Auth'))) || undefined;
    }, 'nothing but IMAP');
    expect((await rows()).filter((row) => !/Warning|Error|timeout/i.test(row))).toEqual([]);
  });

  it('shows after a reload what was built, and goes at Escape where nothing was changed', async () => {
    await page.reload();
    await page.sees('Source is IMAP Auth');
    await openBuilder();
    await focusComesTo(page, 'Field of rule 1');
    await page.sees(built);
    await tabTo(page, 'OR');
    await page.press('Escape');
    await closes();
    await addressSays(built);
  });

  it('leads to what is wrong, and loses no change without asking', async () => {
    await openBuilder();
    await tabTo(page, 'Add rule');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 3');
    await chooses('Account');
    await page.press('Control+Enter');
    await focusComesTo(page, 'Value of rule 3');
    await page.sees('Choose an account by its name');
    if (name === 'Chromium') await looksRight(page, 'log-builder-trouble', { widths: [1280, 360] });
    await page.press('Escape');
    await page.sees('Discard your changes?');
    await page.press('Escape');
    await focusComesTo(page, 'Value of rule 3');
    await page.back();
    await page.sees('Discard your changes?');
    await page.press('Enter');
    await focusComesTo(page, 'Value of rule 3');
    await addressSays(built);
    await discards();
    await addressSays(built);
  });

  it('takes lists, dates and what is turned around; a removed rule hands its focus on', async () => {
    await openBuilder();
    await tabTo(page, 'Clear all');
    await page.press('Enter');
    await focusComesTo(page, 'Add rule');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 1');
    await chooses('Username');
    await tabTo(page, 'Operator of rule 1');
    await chooses('is one of');
    await tabTo(page, 'Value of rule 1');
    for (const user of ['ada', 'bob, junior']) {
      await page.type(user);
      await page.press('Enter');
    }
    await tabTo(page, 'Add rule');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 2');
    await chooses('Created at');
    await tabTo(page, 'Operator of rule 2');
    await chooses('between');
    await tabTo(page, 'End, rule 2');
    await chooses('last hour');
    await tabTo(page, 'Add rule');
    await page.press('Enter');
    await focusComesTo(page, 'Field of rule 3');
    await tabTo(page, 'Remove rule 3');
    await page.press('Enter');
    await focusComesTo(page, 'Remove rule 2');
    await tabTo(page, 'NOT', { back: true });
    await page.press(' ');
    await page.sees('Not all of these are true');
    if (name === 'Chromium') await looksRight(page, 'log-builder-values', { widths: [1280, 360] });
    await tabTo(page, 'Apply');
    await page.press('Enter');
    await closes();
    await addressSays(
      'not (username is one of (ada, "bob, junior") and created between yesterday and last hour)',
    );
  });

  it('goes five groups deep, and says why it goes no deeper', async () => {
    await openBuilder();
    await tabTo(page, 'Clear all');
    await page.press('Enter');
    await focusComesTo(page, 'Add rule');
    await tabTo(page, 'Add group');
    for (let group = '1'; group.length < 8; group = group === '1' ? '1.2' : `${group}.2`) {
      await page.press('Enter');
      await focusComesTo(page, `Field of rule ${group}.1`);
      await tabTo(page, `Add group to group ${group}`);
    }
    await page.sees('Groups cannot be nested deeper.');
    await page.press('Enter');
    expect(await focusedName(page)).toBe('Add group to group 1.2.2.2');
    if (name === 'Chromium') await looksRight(page, 'log-builder-deep', { widths: [1280, 360] });
    await discards();
  });

  it('saves a filter, picks it again, and every window sees it', async () => {
    await page.evaluate(`void (location.hash = '#/log?where=${encodeURIComponent(built)}')`);
    await page.sees('Source is IMAP Auth');
    await tabTo(page, 'Saved filters');
    await page.press('Enter');
    await page.sees('Nothing is saved yet.');
    await tabTo(page, 'Save the current filter');
    await page.type('IMAP trouble');
    await page.press('Enter');
    await page.sees('“IMAP trouble” is saved.');
    await page.type('imap TROUBLE');
    await page.press('Enter');
    await page.sees('There is already a filter with this name.');
    if (name === 'Chromium') await looksRight(page, 'log-builder-saved', { widths: [1280, 360] });
    await page.press('Escape');
    await eventually(
      () =>
        other.evaluate("document.querySelector('.saved-name')?.textContent === 'IMAP trouble' || undefined"),
      'the name in the other window',
    );

    await page.evaluate("void (location.hash = '#/log')");
    await page.sees(/\d records/);
    await tabTo(page, 'Saved filters');
    await page.press('Enter');
    await tabTo(page, 'IMAP trouble');
    await page.press('Enter');
    await addressSays(built);
  });

  it('renames a filter, deletes it, and brings it back', async () => {
    await tabTo(page, 'Saved filters');
    await page.press('Enter');
    await tabTo(page, 'Rename IMAP trouble');
    await page.press('Enter');
    await focusComesTo(page, 'New name for IMAP trouble');
    await page.type('IMAP errors');
    await page.press('Enter');
    await focusComesTo(page, 'Rename IMAP errors');
    await tabTo(page, 'Delete IMAP errors');
    await page.press('Enter');
    await page.sees('“IMAP errors” is deleted.');
    await page.sees('Nothing is saved yet.');
    await focusComesTo(page, 'Undo');
    await page.press('Enter');
    await eventually(
      async () => (await page.text('.saved-list')).includes('IMAP errors') || undefined,
      'the filter to come back',
    );
    expect(page.complaints.filter((words) => !words.startsWith('Failed to load resource'))).toEqual([]);
  });
});
