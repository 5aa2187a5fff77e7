import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { looksRightNow as looksRight } from '../pages/looks-right.ts';
import { type PropertiesRoom, propertiesRoom } from '../pages/properties-room.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';

const receive = 'default.email.account.receive';
const every = 'mailprobe.test.every';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('every state of System Properties in %s', (_name, open) => {
  let properties: PropertiesRoom;
  beforeAll(async () => {
    properties = await propertiesRoom(open);
  }, 90_000);
  afterAll(() => properties[Symbol.asyncDispose]());

  it('loses nothing that is typed while the companion is away', async () => {
    const { daemon, room, shown, stored } = properties;
    const page = await room('/mailprobe.log.keep.days');
    await page.sees('90 days');
    await page.fill('Value', '60');
    await daemon.stop();
    await page.sees('The companion does not answer. This is what it said last');
    await page.click('button', 'Save');
    await page.sees('Not saved');
    await looksRight(page, shown('away'));
    await daemon.start();
    const back = async () => ((await page.text('main')).includes('what it said last') ? undefined : true);
    await eventually(back, 'the companion’s return', 15_000);
    await page.click('button', 'Save');
    await page.sees('Saved');
    expect(await stored('mailprobe.log.keep.days')).toBe(60);
    await page.close();
  }, 60_000);

  it('says where the properties are while the companion is away, and shows them when it is back', async () => {
    const { daemon, room, shown, darkToo } = properties;
    await daemon.stop();
    await darkToo('', 'away-unknown', 'The companion is not running');
    const page = await room();
    await page.sees('The companion is not running');
    await looksRight(page, shown('away-unknown'));
    await daemon.start();
    await page.sees('8 properties', 15_000);
    await page.close();
  }, 60_000);

  it('shows a damaged value with its default, and the others as they are', async () => {
    const { daemon, room, shown, darkToo, forcedToo } = properties;
    await daemon.stop();
    const db = new DatabaseSync(join(daemon.directory, 'mailprobe.db'));
    db.exec(`INSERT INTO properties (name, value) VALUES ('${every}', '"often"')
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
    db.close();
    await daemon.start();
    const page = await room();
    await page.sees('Damaged');
    await page.sees('60 days');
    await looksRight(page, shown('damaged-list'));
    await forcedToo(page, 'damaged-list');
    await page.press('/');
    await page.type('damaged');
    await page.sees('1 property');
    await page.press('Enter');
    await page.sees('The stored value was changed by something other than Mailprobe');
    await looksRight(page, shown('damaged'));
    await darkToo(`/${every}`, 'damaged', 'something other than Mailprobe');
    await page.click('button', 'Reset to default');
    await page.sees('Same as now');
    expect(await page.text('main')).not.toContain('something other than Mailprobe');
    await page.close();
  }, 60_000);

  it('says that no account fits, and leads to a new one', async () => {
    const { daemon, ids, room, shown, darkToo } = properties;
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [ids.support] }));
    const page = await room(`/${receive}`);
    await page.sees('There is no active IMAP / POP3 account yet.');
    await page.sees('Same as now');
    await looksRight(page, shown('account-none'));
    await darkToo(`/${receive}`, 'account-none', 'There is no active');
    await page.click('link', 'New account');
    await page.sees('Fields marked *');
    await page.close();
  });

  it('has an answer to an address that names no property', async () => {
    const { room, shown } = properties;
    const page = await room('/mailprobe.test.never');
    await page.sees('There is no such property');
    await looksRight(page, shown('missing'));
    await page.click('link', 'Back to System Properties');
    await page.sees('8 properties');
    await page.close();
  });
});
