import { expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';
import { daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { silentServer } from '../pages/silent-server.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';

it('nothing moves on the list and the record for whoever asked for that, also while a test runs', async () => {
  await using silent = await silentServer();
  await using daemon = await daemonProcess();
  await using browser = await openChromium();
  const { name } = silent.account.form;
  await storeAccounts(daemon, [silent.account]);
  const page = await pairBrowser(browser, daemon);

  await page.click('link', 'Email Accounts');
  await page.click('link', name);
  await page.sees('Account ID');
  await page.click('button', 'Test Connection');
  await page.sees('Testing the connection');
  const back = async () => {
    await page.click('link', 'Email Accounts');
    await page.sees('1 account');
  };
  for (const goOn of [back, async () => undefined]) {
    await page.look({ motion: 'usual' });
    await eventually(
      async () => ((await moving(page)) > 0 ? true : undefined),
      'the turning symbol of a test',
    );
    await page.look({ motion: 'reduced' });
    expect(await moving(page)).toBe(0);
    await goOn();
    expect(await moving(page)).toBe(0);
  }
}, 60_000);

/** How many things move, or fade, right now. */
function moving(page: ExtensionPage): Promise<number> {
  return page.evaluate(`document.getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().activeDuration > 0).length`);
}
