import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from '../browsers/chromium.ts';
import { eventually, type ExtensionBrowser, type ExtensionPage } from '../browsers/extension-browser.ts';
import { openFirefox } from '../browsers/firefox.ts';
import { type DaemonProcess, daemonProcess } from '../daemon-process.ts';
import { endpointsOf } from '../demo/demo-servers.ts';
import { exampleAccounts } from '../demo/example-accounts.ts';
import { focusComesTo, focusedName } from '../pages/by-keyboard.ts';
import { pairBrowser } from '../pages/companion-page.ts';
import { looksRight } from '../pages/looks-right.ts';
import { fieldValue } from '../pages/record-page.ts';
import { storeAccounts, testAccounts, withCommandLine } from '../pages/stored-accounts.ts';

const real = inject('realServers');
const guarded = 'Ada, password changed';
const sentence = 'Sign-in was refused again and again; another try may lock the account.';
const [example] = exampleAccounts(endpointsOf(real)).filter(({ form }) => form.name === guarded);
if (!example) throw new Error(`No example is ${guarded}.`);

/** Lower than a record: its notices and its last fields are never in sight together. */
const low = { width: 1280, height: 520 };

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('what a record tells leads on by keyboard, in %s', (name, open) => {
  let browser: ExtensionBrowser;
  let daemon: DaemonProcess;
  let page: ExtensionPage;
  let id: string;
  beforeAll(async () => {
    [browser, daemon] = await Promise.all([open(), daemonProcess({ env: { NODE_EXTRA_CA_CERTS: real.ca } })]);
    [id = ''] = await storeAccounts(daemon, [example]);
    await testAccounts(daemon);
    await testAccounts(daemon);
    page = await pairBrowser(browser, daemon);
    await page.look(low);
  }, 90_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const opens = async () => {
    await page.evaluate(`void (location.hash = '#/accounts/${id}')`);
    await page.sees('Account ID');
  };

  const savedElsewhere = (change: object) =>
    withCommandLine(daemon, (client) =>
      client.call('accountsChange', { id, account: { ...example.form, ...change } }),
    );

  const focus = (selector: string) => page.evaluate(`void document.querySelector('${selector}').focus()`);

  /** Pressed far below it, a key brings a notice: it has the focus, and is in sight below the head. */
  const leadsTo = async (key: string, words: string) => {
    await focus('#field-insecure');
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(300);
    await page.press(key);
    await page.sees(words);
    await eventually(async () => (await focusedName(page)).startsWith(words) || undefined, words);
    const seen = await page.evaluate<{ top: number; head: number }>(`({
      top: document.activeElement.getBoundingClientRect().top,
      head: document.querySelector('.form-head').getBoundingClientRect().bottom,
    })`);
    expect(seen.top).toBeGreaterThanOrEqual(seen.head);
    expect(seen.top).toBeLessThan(low.height / 2);
  };

  it.each([
    ['Save mine anyway', 'mine'],
    ['Load theirs', 'theirs'],
  ])('a conflict has the focus, and %s gives it to the field it was about', async (button, left) => {
    await opens();
    await page.fill('Email User Label', 'mine');
    await savedElsewhere({ label: 'theirs', name: `Renamed for ${left}` });
    await leadsTo('Control+s', 'Somebody else changed this account meanwhile');
    await page.sees('Save mine anyway');
    await page.press('Tab');
    await focusComesTo(page, 'Load theirs');
    if (button !== 'Load theirs') await page.press('Tab');
    await page.press('Enter');
    await focusComesTo(page, 'Email User Label');
    expect(await fieldValue(page, 'Email User Label')).toBe(left);
    expect(await fieldValue(page, 'Name')).toBe(`Renamed for ${left}`);
    await savedElsewhere({});
    await eventually(
      async () => (await fieldValue(page, 'Name')) === guarded || undefined,
      'what was saved elsewhere',
    );
  });

  it('a guarded account is asked about once, in a notice that has the focus', async () => {
    await opens();
    await leadsTo('Control+Enter', 'The test could not start');
    expect((await page.text('main')).split(sentence).length - 1).toBe(1);
    const gaps = await page.evaluate<number[]>(`(() => {
      const buttons = [...document.querySelectorAll('main button')];
      const [change, ...others] = buttons.filter((each) => /^(Change password|Test anyway)$/.test(each.innerText));
      const { right } = change.getBoundingClientRect();
      return others.map((each) => Math.round(each.getBoundingClientRect().left - right));
    })()`);
    expect(gaps).toEqual([8]);
    if (name === 'Chromium') await looksRight(page, 'record-guard-notice', { height: 900 });
    await page.look(low);
    await page.evaluate(
      "void [...document.querySelectorAll('button')].find((each) => each.innerText === 'Test anyway').focus()",
    );
    await page.press('Enter');
    await page.sees('User name or password is wrong', 20_000);
    expect(await page.evaluate("document.activeElement.matches('.test')")).toBe(true);
  });

  it.each([
    ['link', 'Create matching SMTP account', 'New account'],
    ['button', 'Duplicate', 'Copy of'],
  ] as const)('%s %s leads to the name of the new one, at the top', async (role, action, words) => {
    await opens();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    if (role === 'link') await page.click(role, action);
    else
      await page.evaluate(`void [...document.querySelectorAll('.related button')]
      .find((each) => each.innerText === '${action}').click()`);
    await page.sees(words);
    await focusComesTo(page, 'Name');
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await page.address()).not.toContain('field=');
  });
});
