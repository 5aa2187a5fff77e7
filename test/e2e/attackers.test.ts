import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileExtension, type HostileExtension } from '../attackers/extension.ts';
import { hostilePage } from '../attackers/web-page.ts';
import type { Attempt } from '../attackers/attempts.ts';
import { openChromium } from '../browsers/chromium.ts';
import type { ExtensionBrowser, ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
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
    const seen = async () => JSON.stringify(await page.evaluate<unknown[]>('seen()'));
    // It does watch: what it sends itself is there.
    const [target = ['/'] as [string]] = targets;
    await attack(page, `http://127.0.0.1:${daemon.port}`, target);
    await expect.poll(seen).toContain(`127.0.0.1:${daemon.port}${target[0]}`);
    const text = await seen();
    const code = await daemon.pairingCode();
    for (const secret of [code, code.replaceAll('-', '')]) expect(text).not.toContain(secret);
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
