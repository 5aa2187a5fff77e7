import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { axeViolations } from '../pages/axe-violations.ts';
import { badgeSays } from '../pages/badge.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { picture } from '../pages/looks-right.ts';
import { type SilentServer, silentServer } from '../pages/silent-server.ts';
import { storeAccounts, withCommandLine } from '../pages/stored-accounts.ts';
import { impostor } from '../servers/impostor.ts';
import { type Keyring, keyring } from '../servers/keyring.ts';

const size = { width: 380, height: 600 };

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('every state of the popup in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let session: Keyring;
  let daemon: DaemonProcess;
  let server: SilentServer;
  // Firefox keeps the system's.
  const themes = name === 'Chromium' ? (['light', 'dark'] as const) : (['light'] as const);
  const suffix = name === 'Chromium' ? '' : '-firefox';
  beforeAll(async () => {
    [browser, session, server] = await Promise.all([open(), keyring(), silentServer()]);
    daemon = await daemonProcess({ env: session.env });
    await (await pairBrowser(browser, daemon)).close();
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it('no account', () => looksRight('empty', 'No email account yet'));

  it('an account without encryption: a sign and a word in its row', async () => {
    const { form, password } = server.account;
    const name = 'Old printer, second floor, beside the archive';
    const connection = { ...form.connection, ssl: false, tls: false, allowPlain: true };
    const [id = ''] = await storeAccounts(daemon, [{ form: { ...form, name, connection }, password }]);
    await looksRight('plain', 'plain text');
    await withCommandLine(daemon, (client) => client.call('accountsDelete', { ids: [id] }));
  });

  it('tests under way: how far, and all of them stopped by one key', async () => {
    const { account } = server;
    const named = (name: string) => ({ ...account, form: { ...account.form, name } });
    await storeAccounts(daemon, ['Archive', 'Invoices', 'Sales', 'Support'].map(named));
    const page = await browser.open('popup.html', size);
    await page.sees('Nothing tested yet');
    expect(await page.text('.popup-head')).not.toContain('worked');
    const firstRow = () =>
      page.evaluate<number>("document.querySelector('.row').getBoundingClientRect().top");
    const before = await firstRow();
    await page.press('Control+Enter');
    await page.sees('0 of 4');
    await page.sees('TLS…');
    expect(await firstRow()).toBe(before);
    await badgeSays(page, '…');
    await page.close();
    await looksRight('running', '0 of 4');

    // In front again: keys go to the tab that was opened last.
    const again = await browser.open('popup.html', size);
    await again.sees('0 of 4');
    expect(await again.evaluate("document.querySelector('progress').max")).toBe(4);
    await again.evaluate("void document.querySelector('.progress .link').focus()");
    await again.press('Enter');
    await again.sees('Test stopped');
    await eventually(
      async () =>
        (await again.evaluate<string>("document.querySelector('[aria-live=polite]').innerText")).includes(
          'All tests are over: 0 of 4 worked.',
        ) || undefined,
      'the announcement',
    );
    expect(await again.evaluate("document.querySelector('.progress') === null")).toBe(true);
    await again.close();
  });

  it('tests that another window started: how far they are, and all of them stopped from here', async () => {
    const page = await browser.open('popup.html', size);
    await page.sees('0 of 4 worked');
    expect(await page.evaluate("document.querySelector('.progress') === null")).toBe(true);
    await withCommandLine(daemon, (client) => client.call('testsStartAll', {}));
    await page.sees('0 of 4');
    const [running] = await withCommandLine(
      daemon,
      async (client) => (await client.call('testsRunning', {})).runs,
    );
    if (!running) throw new Error('No test runs.');
    await withCommandLine(daemon, (client) => client.call('testsCancel', { testIds: [running.testId] }));
    await page.sees('1 of 4');
    await page.close();

    // One that is opened in the middle knows of those alone that are still to come.
    const later = await browser.open('popup.html', size);
    await later.sees('0 of 3');
    expect(await later.evaluate("document.querySelector('progress').max")).toBe(3);
    expect(await later.evaluate("document.querySelector('.summary .button').ariaDisabled === 'true'")).toBe(
      true,
    );
    await later.click('button', 'Cancel all running tests');
    await eventually(
      async () =>
        (await later.evaluate<boolean>("document.querySelector('.progress') === null")) || undefined,
      'the progress to go',
    );
    const { runs } = await withCommandLine(daemon, (client) => client.call('testsRunning', {}));
    expect(runs).toEqual([]);
    await later.close();
  });

  it('a keychain that is locked: what to do, and another try', async () => {
    await session.lock();
    const checked = await withCommandLine(daemon, (client) => client.call('secretsCheck', {}));
    expect(checked).not.toMatchObject({ state: 'ready' });
    await looksRight('keychain', 'Try again');
    const page = await browser.open('popup.html', size);
    await page.sees('Try again');
    await session.kill();
    await session.start();
    await eventually(
      async () => {
        const note = await page.evaluate("document.querySelector('.secrets')?.className ?? null");
        if (note === null) return true;
        await page.evaluate("void document.querySelector('.secrets button[aria-disabled=false]')?.click()");
        await new Promise((resolve) => setTimeout(resolve, 500));
        return undefined;
      },
      'the note to go',
      30_000,
    ).catch(async (error: unknown) => {
      throw new Error(await page.text('.secrets'), { cause: error });
    });
    await page.close();
  }, 60_000);

  it('a vault that is locked: the way to unlock it', async () => {
    await withCommandLine(daemon, (client) =>
      client.call('secretsMove', { to: 'vault' }, { passphrase: 'correct horse battery' }),
    );
    await daemon.stop();
    await daemon.start();
    await looksRight('locked', 'The passwords are locked');
    const options = await browser.open('options.html#/causes');
    const page = await browser.open('popup.html', size);
    await page.sees('The passwords are locked');
    await page.evaluate("void document.querySelector('.secrets .button').focus()");
    // The popup may be gone before the key is up.
    await page.press('Enter').catch(() => undefined);
    await eventually(
      async () => (await options.address()).endsWith('#/companion') || undefined,
      'the Companion page in the open tab',
    );
    await options.sees('Passphrase');
    await options.close();
  });

  it('a thousand accounts: forty rows, the others by the filter and on their page', async () => {
    const { account } = server;
    const form = (at: number) => ({ ...account.form, name: `Branch ${at}`, active: false });
    await withCommandLine(daemon, async (client) => {
      await client.call('secretsUnlock', {}, { passphrase: 'correct horse battery' });
      for (let at = 1; at <= 996; at++)
        await client.call('accountsCreate', { account: form(at) }, { password: 'branch-password' });
    });
    const page = await browser.open('popup.html', size);
    await page.sees('and 960 more', 20_000);
    expect(await page.evaluate("document.querySelectorAll('.row').length")).toBe(40);
    await picture(page, `popup-state-thousand-light${suffix}`);
    await page.press('/');
    await page.type('branch 996');
    await page.sees('Branch 996');
    expect(await page.evaluate("document.querySelectorAll('.row').length")).toBe(1);
    // What one key costs, to the next picture: a person waits for no more than 100 ms.
    const ms = await page.evaluate<number>(`new Promise((resolve) => {
      const field = document.querySelector('#filter');
      const begun = performance.now();
      field.value = '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    })`);
    console.log(`a key in the filter of a thousand accounts: ${Math.round(ms)} ms`);
    expect(ms).toBeLessThan(500);
    await page.press('ArrowDown');
    await page.press('End');
    expect(await page.evaluate<string>('document.activeElement.innerText')).toContain('Branch');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  }, 120_000);

  it('a companion that does not run', async () => {
    await daemon.stop();
    await looksRight('not-running', 'The companion is not running');
  });

  it.each([
    ['of-another-version', 400, 'Extension and companion are of different versions'],
    ['not-paired-any-more', 401, 'Pair this browser'],
    ['a-stranger', 200, 'Something else answers in the companion’s place'],
    ['busy', 503, 'The companion has too much to do'],
  ])('%s', async (state, status, words) => {
    await using _impostor = await impostor(status, daemon.port);
    await looksRight(state, words);
  });

  /** In both themes, in each width a browser may give: no axe violation, nothing that scrolls sideways. */
  async function looksRight(state: string, words: string): Promise<void> {
    for (const theme of themes) {
      const page: ExtensionPage = await browser.open('popup.html', { ...size, theme });
      await page.sees(words);
      await picture(page, `popup-state-${state}-${theme}${suffix}`);
      expect(await axeViolations(page), `${state} ${theme}`).toEqual([]);
      for (const width of [360, 420]) {
        await page.look({ width });
        await page.evaluate(`document.body.style.width = '${width}px'`);
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
          `${state} ${width}`,
        ).toBeLessThanOrEqual(0);
      }
      expect(page.complaints.filter((said) => !said.includes('Failed to load resource'))).toEqual([]);
      await page.close();
    }
  }
});
