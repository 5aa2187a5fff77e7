import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { addAccount, testConnection, type TypedAccount } from '../pages/record-page.ts';
import { keyring } from '../servers/keyring.ts';
import { smallUser } from '../servers/real/users.ts';
import { logRoom } from '../pages/log-room.ts';

const screenshots = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });
const { ca, ports } = inject('realServers');

const right = { Server: 'localhost', 'User Name': smallUser.username, Password: smallUser.password };
const accounts = {
  imap: {
    ...right,
    Name: 'Support inbox',
    Type: 'IMAP (reads mail)',
    Port: String(ports.imaps),
    security: 'Enable SSL',
  },
  smtp: {
    ...right,
    Name: 'Sales outbox',
    Type: 'SMTP (sends mail)',
    From: 'Sales <small@mail.test>',
    Port: String(ports.submission),
    security: 'Enable TLS',
  },
  pop3: {
    ...right,
    Name: 'Invoices',
    Type: 'POP3 (reads mail)',
    Port: String(ports.pop3s),
    security: 'Enable SSL',
  },
  wrong: {
    ...right,
    Name: 'Old password',
    Type: 'IMAP (reads mail)',
    Password: 'last-years-password',
    Port: String(ports.imaps),
    security: 'Enable SSL',
  },
} as const satisfies Record<string, TypedAccount>;

it.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])(
  'in %s: pair, add an account of each kind, test it, make it the default, read the log, restart, and all is still there',
  { timeout: 180_000 },
  async (name, open) => {
    await using session = await keyring();
    await using daemon = await daemonProcess({ env: { ...session.env, NODE_EXTRA_CA_CERTS: ca } });
    await using browser = await open();
    const picture = (page: ExtensionPage, of: string) =>
      page.screenshot(`${screenshots}story-${name.toLowerCase()}-${of}.png`);

    const page = await pairBrowser(browser, daemon);
    expect(daemon.output).toContain('Paired:');
    await picture(page, 'no-accounts');

    for (const [type, proved, isDefault] of [
      ['imap', '5 messages', 'Default for receiving'],
      ['smtp', 'may send', 'Default for sending'],
      ['pop3', '5 messages', 'Default for receiving'],
    ] as const) {
      await addAccount(page, accounts[type]);
      await testConnection(page, 'The connection works');
      await page.sees(proved);
      await page.click('button', 'Set as default');
      await page.sees(isDefault);
      await picture(page, `record-${type}`);
    }

    await page.click('link', 'System Properties');
    await page.sees('Value');
    for (const type of ['smtp', 'pop3'] as const) await page.sees(accounts[type].Name);
    expect(await page.text('main')).not.toContain(accounts.imap.Name);

    await addAccount(page, accounts.wrong);
    await testConnection(page, 'User name or password is wrong');
    await page.sees('What to do');
    // The README shows it.
    await page.look({ width: 1280, height: 940 });
    await picture(page, 'record-failed');
    await page.click('link', 'Show log');
    await logRoom(page).rowsAreThere();
    await page.sees('User name or password is wrong');
    await picture(page, 'log');

    // A gone daemon is told, and its return noticed.
    await daemon.stop();
    await page.sees('Not running');
    await daemon.start();
    await page.sees('Connected', 5_000);
    await page.click('link', 'Email Accounts');
    await page.click('button', 'Test all');
    await page.sees('3 of 4 worked', 25_000);
    await picture(page, 'accounts');
    // A request that the stopped daemon refused is the browser’s complaint, not the page’s.
    expect(page.complaints.filter((words) => !/^Failed to load resource|127\.0\.0\.1/.test(words))).toEqual(
      [],
    );

    const popup = await browser.open('popup.html', { width: 380, height: 600 });
    await popup.sees('3 of 4 worked');
    await popup.click('button', 'Test Support inbox');
    await popup.sees('just now', 20_000);
    await picture(popup, 'popup');
  },
);
