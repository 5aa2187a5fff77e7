import { expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionPage } from '../browsers/extension-browser.ts';
import { daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { imapConnection } from '../store/examples.ts';

const form = { name: 'Support inbox', label: '', active: true, connection: imapConnection };

it('the second of two windows that saves one account is told, and nothing of the first is lost', async () => {
  await using daemon = await daemonProcess();
  await using browser = await openChromium();
  const first = await pairBrowser(browser, daemon);
  await storeAccounts(daemon, [{ form, password: 'hunter2-secret' }]);
  await first.click('link', form.name);
  await first.sees('Account ID');
  const record = (await first.address()).replace(/^.*(?=options\.html)/, '');
  const second = await browser.open(record);
  await second.sees('Account ID');

  await second.fill('Name', 'Mine');
  await first.fill('Name', 'Theirs');
  await first.click('button', 'Save');
  await first.sees('Saved');
  await second.click('button', 'Save');
  await second.sees('Somebody else changed this account meanwhile');
  await looksRight(second, 'record-conflict', { widths: [1280, 360] });
  await second.click('button', 'Load theirs');
  await second.sees('Loaded as they saved it');
  expect(await values(second)).toEqual(['Theirs', '']);

  await first.fill('Email User Label', 'Mine');
  await second.fill('Name', 'Theirs again');
  await second.fill('Email User Label', '<b>Theirs</b>\u202e');
  await second.click('button', 'Save');
  await second.sees('Saved');
  await first.click('button', 'Save');
  await first.sees('Somebody else changed this account meanwhile');
  expect(await values(first)).toEqual(['Theirs', 'Mine']);
  await first.sees('Both of you changed these fields');
  expect(await clashes(first)).toEqual(['Email User Label | Mine | <b>Theirs</b>\\u202e']);
  await looksRight(first, 'record-conflict-label', { widths: [1280, 360] });
  await first.click('button', 'Save mine anyway');
  await first.sees('Saved');
  expect(await values(first), 'nothing of theirs is put back').toEqual(['Theirs again', 'Mine']);
  await second.reload();
  await second.sees('Account ID');
  expect(await values(second)).toEqual(['Theirs again', 'Mine']);
}, 90_000);

/** Name and label as they stand in the form. */
function values(page: ExtensionPage): Promise<string[]> {
  return Promise.all(['Name', 'Email User Label'].map((label) => fieldValue(page, label)));
}

/** The fields that the notice names, each with both values. */
function clashes(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('.conflict tbody tr')].map((row) =>
    [...row.cells].map((cell) => cell.innerText).join(' | '))`);
}
