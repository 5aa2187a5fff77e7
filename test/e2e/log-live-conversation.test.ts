import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { withCommandLine } from '../pages/stored-accounts.ts';
import { type ScriptedServer, scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import type { Step } from '../servers/steps.ts';
import { formOf } from '../service/service-on-disk.ts';

const own = { username: 'ann@mail.test', password: 'hunter2-secret', security: 'plain' as const };
/** Nearly as many as are taken in one reply, and many times what a page keeps of the live tail. */
const lines = 1_900;

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('a test read as an exchange while it runs in %s', (_name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let server: ScriptedServer;
  let page: ExtensionPage;
  let watched: PromiseWithResolvers<void>;
  beforeAll(async () => {
    const talk: Step = {
      label: 'talk without end',
      async run(peer) {
        await watched.promise;
        for (let from = 1; from <= lines; from += 100) {
          const some = Array.from({ length: 100 }, (_, at) => `* OK This is line ${from + at}.\r\n`);
          await peer.write(Buffer.from(some.join('')));
        }
      },
    };
    server = await scriptedServer(imapScript({ ...own, on: { EXAMINE: [talk, 'NO Not now.'] } }));
    [browser, daemon] = await Promise.all([open(), daemonProcess()]);
    page = await pairBrowser(browser, daemon);
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it('shows every line of it, however fast they come', { timeout: 60_000 }, async () => {
    watched = Promise.withResolvers();
    const account = formOf({ type: 'imap', port: server.port, ...own });
    const testId = await withCommandLine(daemon, async (client) => {
      const { account: stored } = await client.call(
        'accountsCreate',
        { account },
        { password: own.password },
      );
      return (await client.call('testsStart', { accountId: stored.id, debug: true })).testId;
    });
    await page.evaluate(`void (location.hash = '#/log?where=test+is+${testId}')`);
    await page.sees('Test is');
    await page.choose('Shown as', 'Conversation');
    await page.sees('IMAP session set up');
    watched.resolve();
    await page.sees('The test failed after');
    const shown = () =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('.talk-server .talk-words')].flatMap((words) => /This is line (\\d+)\\./.exec(words.innerText)?.[1] ?? []).map(Number)`,
      );
    const all = await eventually(async () => {
      const seen = await shown();
      return seen.length >= lines ? seen : undefined;
    }, 'every line').catch(shown);
    const missing = Array.from({ length: lines }, (_, at) => at + 1).filter((line) => !all.includes(line));
    expect(missing).toEqual([]);
    expect(all).toEqual(all.toSorted((one, other) => one - other));
  });
});
