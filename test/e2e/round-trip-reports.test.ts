import { expect, inject, test } from 'vitest';
import type { KeptTrip } from '../../shared/kept-trip.ts';
import { openChromium } from '../browsers/chromium.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { mailboxAccount } from '../letters/fate-accounts.ts';
import { logRoom } from '../pages/log-room.ts';
import { looksRight } from '../pages/looks-right.ts';
import { storeAccounts } from '../pages/stored-accounts.ts';
import { tripMailbox, tripSender } from '../pages/trip-accounts.ts';
import { addressOf, sender } from '../servers/real/fates.ts';

const real = inject('realServers');
const browsers = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
] as const;
const onlyOne = process.env['BROWSER'];

test.each(browsers.filter(([each]) => !onlyOne || each === onlyOne))(
  'a letter that was not seen leads to the mailbox that reports go to, in %s',
  async (_name, open) => {
    await using browser = await open();
    await using daemon = await daemonProcess();
    const [from = '', to = '', reports = ''] = await storeAccounts(daemon, [
      tripSender(real),
      tripMailbox(real, 'refused-later'),
      mailboxAccount(real.ports, 'Sales inbox', sender),
    ]);
    const page = await pairBrowser(browser, daemon);
    // As this tab keeps it over a reload: nobody waits here until a letter was not seen.
    const trip: KeptTrip = {
      from,
      to,
      cleanUp: false,
      over: true,
      events: [
        {
          type: 'begun',
          from,
          fromByDefault: false,
          to,
          toByDefault: false,
          recipient: addressOf('refused-later'),
          timeoutMs: 30_000,
        },
        { type: 'finished', fate: 'not_seen', ms: 30_000, copies: 0, searched: ['INBOX'], queueId: '4Xy7' },
      ],
    };
    await page.evaluate(`sessionStorage.setItem('round-trip', ${JSON.stringify(JSON.stringify(trip))})`);
    await page.reload();
    await logRoom(page).to(`#/letters/round-trip?from=${from}&to=${to}`);
    await page.sees(`Look into the mailbox of ${sender.username}: a report that it came back goes there.`);
    await looksRight(page, 'round-trip-reports', { widths: [1280, 360] });
    await page.click('link', 'Account that reports go to');
    expect(await page.evaluate('location.hash')).toBe(`#/accounts/${reports}`);
  },
  60_000,
);
