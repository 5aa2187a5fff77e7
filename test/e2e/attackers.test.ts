import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileExtension, type HostileExtension } from '../attackers/extension.ts';
import { hostilePage } from '../attackers/web-page.ts';
import type { Attempt } from '../attackers/attempts.ts';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { findLeaks } from '../leaks/find-leaks.ts';
import { needlesOf } from '../leaks/needles.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { addAccount } from '../pages/record-page.ts';
import { routes } from '../../shared/routes.ts';

/** Every kind of request to one route, two kinds to each of the others. */
const targets: [path: string, most?: number][] = [
  [routes.accountsList.path],
  ...Object.values(routes).map(({ path }): [string, number] => [path, 2]),
];
const ours = {
  chromium: 'chrome-extension://dkbjpnjngogkhjbonoigocodmidfjdep',
  firefox: 'moz-extension://11111111-2222-4333-8444-555555555555',
};

describe.each([
  ['Chromium', openChromium, 'chromium'],
  ['Firefox', openFirefox, 'firefox'],
] as const)('in %s', (_name, open, kind) => {
  let daemon: DaemonProcess;
  let beside: HostileExtension;
  let browser: ExtensionBrowser;
  let ourPage: ExtensionPage;

  beforeAll(async () => {
    daemon = await daemonProcess();
    beside = await hostileExtension(kind, ours[kind]);
    browser = await open({ beside: beside.folder, rebound: 'evil.example' });
    ourPage = await pairBrowser(browser, daemon);
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await beside[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it('our own page gets through, so that the refusals below mean something', async () => {
    expect(browser.origin).toBe(ours[kind]);
    await ourPage.sees('Connected');
  });

  it.each(['127.0.0.1', 'localhost'])(
    'a page on another port of %s reads nothing, whatever it sends to whichever route',
    async (host) => {
      await using site = await hostilePage();
      const page = await browser.visit(`http://${host}:${site.port}/`);
      for (const target of targets)
        expect(readable(await attack(page, `http://127.0.0.1:${daemon.port}`, target))).toEqual([]);
    },
  );

  it('a page whose name was rebound to the daemon sees refusals and nothing else', async () => {
    await daemon.stop();
    const site = await hostilePage(daemon.port);
    const page = await browser.visit(`http://evil.example:${daemon.port}/`);
    await site[Symbol.asyncDispose]();
    await daemon.start();
    for (const target of targets) {
      const attempts = await attack(page, `http://evil.example:${daemon.port}`, target);
      const answered = attempts.filter(({ status }) => status !== undefined);
      expect(answered.length).toBeGreaterThan(0);
      // Opaque answers have no status that a script may see.
      for (const { kind, status, text } of answered)
        expect({ kind, status, text }).toEqual({ kind, status: status === 0 ? 0 : 403, text: '' });
    }
  });

  it('a second extension with our host permission and our origin on its requests gets no further', async () => {
    const page = await browser.openBeside('page.html');
    for (const target of targets) {
      const attempts = await attack(page, `http://127.0.0.1:${daemon.port}`, target);
      // GET / says that something is there, with an empty 204, and no more.
      const entered = attempts.filter(({ status = 0 }) => status >= 200 && status < 300 && status !== 204);
      expect(entered).toEqual([]);
      expect(readable(attempts).map(({ text }) => text)).toEqual(readable(attempts).map(() => ''));
    }
  });

  it('a second extension that watches requests sees neither code nor password', async () => {
    const page = await browser.openBeside('page.html');
    const password = `Watched-&"${randomBytes(6).toString('hex')}\\<4> kX=9+b/Tj~`;
    await addAccount(ourPage, {
      Name: 'Watched',
      Type: 'IMAP (reads mail)',
      Server: 'localhost',
      'User Name': 'ann@mail.test',
      Password: password,
      Port: '1',
      security: 'Enable SSL',
    });
    // It sees what it sends itself, so that it would see the rest if the browser showed it.
    const sent = 'sent by the second extension itself';
    await page.evaluate(`fetch('http://127.0.0.1:${daemon.port}/status', { method: 'POST', body: '${sent}' })
      .then(() => true, () => true)`);
    await expect.poll(() => page.evaluate<unknown[]>('seen()').then(JSON.stringify)).toContain(sent);

    const seen = JSON.stringify(await page.evaluate<unknown[]>('seen()'));
    const code = await daemon.pairingCode();
    const secrets = [password, code, code.replaceAll('-', '')];
    const needles = new Map(secrets.flatMap((secret) => [...needlesOf(secret)]));
    expect(findLeaks([['seen', seen]], needles)).toEqual([]);
  });
});

function attack(
  page: ExtensionPage,
  base: string,
  [path, most]: [path: string, most?: number],
): Promise<Attempt[]> {
  return page.evaluate(`attack('${base}', '${path}', ${most ?? 'undefined'})`);
}

/** What a script could learn: a status, or words. Opaque answers have neither. */
function readable(attempts: Attempt[]): Attempt[] {
  return attempts.filter(({ status = 0, text = '' }) => status > 0 || text !== '');
}
