import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AccountForm } from '../../shared/account.ts';
import { mostClients } from '../../shared/client.ts';
import { propertyNames } from '../../shared/properties.ts';
import { type Refusal, Refused } from '../../shared/refusal.ts';
import { type RouteName, routes } from '../../shared/routes.ts';
import type { Route } from '../../shared/route.ts';
import { inLanguage } from '../api/from-origin.ts';
import { type Browser, runningDaemon } from '../api/running-daemon.ts';
import { cyrillic, untranslated } from '../russian.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { imapConnection, smtpConnection } from '../store/examples.ts';

const form = { name: 'Work', label: '', active: true, connection: imapConnection };
const nobody = '157425284611357796';
const everything = { combinator: 'and', rules: [] };
const ruleOf = (field: string, operator: string, value?: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, ...(value === undefined ? {} : { value }) }],
});
const conditions = [
  ruleOf('nonsense', 'is', 'x'),
  ruleOf('level', 'contains', 'x'),
  ruleOf('level', 'is', 'Loud'),
  ruleOf('source', 'isOneOf', ['Nowhere']),
  ruleOf('source', 'isOneOf', 'x'),
  ruleOf(
    'source',
    'isOneOf',
    Array.from({ length: 200 }, () => 'x'),
  ),
  ruleOf('message', 'is', 1),
  ruleOf('message', 'is', 'x'.repeat(2000)),
  ruleOf('accountId', 'is', 'x'),
  ruleOf('createdAt', 'between', ['today']),
  ruleOf('createdAt', 'on', 'someday'),
  { combinator: 'and', rules: Array.from({ length: 200 }, () => ({})) },
];
type Call = (name: RouteName, body: object, secrets?: object) => Promise<unknown>;

/** Who asks in Russian; a refusal is the answer. */
function russian(browser: Browser) {
  const call = browser.call as unknown as Call;
  return {
    call: (...asked: Parameters<Call>) => inLanguage('ru-RU,ru;q=0.9,en;q=0.5', () => call(...asked)),
    async refused(...asked: Parameters<Call>): Promise<Refusal> {
      const error = await this.call(...asked).then(
        (reply) => new Error(`${asked[0]} was not refused: ${JSON.stringify(reply)}`),
        (thrown: unknown) => thrown,
      );
      if (error instanceof Refused) return error.refusal;
      throw error;
    },
  };
}

function expectRussian({ message, fields = {} }: Refusal, about: string): void {
  for (const sentence of [message, ...Object.values(fields)]) {
    expect(sentence, about).toMatch(cyrillic);
    expect(untranslated(sentence.replace('«Work»', '')), `${about}: ${sentence}`).toEqual([]);
  }
}

describe('whoever asks in Russian', () => {
  test('is refused in Russian by every route, whatever is wrong with the body', async () => {
    const daemon = await runningDaemon();
    const page = russian(await daemon.browser());
    const table = Object.entries<Route>(routes).filter(([, { access }]) => access === 'client');
    expect(table.length).toBeGreaterThan(20);
    for (const [name] of table) {
      if (name === 'live' || name === 'testsFollow') continue;
      expectRussian(await page.refused(name as RouteName, { nonsense: true }), name);
    }
    const wrong = { ...imapConnection, server: 'a b', port: 0, username: '', ssl: 'yes', tls: 4, pin: 'x' };
    const broken = await page.refused('accountsCreate', {
      account: { ...form, name: '', connection: wrong },
    });
    expect(Object.keys(broken.fields ?? {}).length).toBeGreaterThan(5);
    expectRussian(broken, 'a broken account');
  });

  test('reads in Russian why the daemon says no', async () => {
    const daemon = await runningDaemon();
    const page = russian(await daemon.browser());
    const { account } = (await page.call('accountsCreate', { account: form }, { password: 'hunter2-x' })) as {
      account: { id: string };
    };
    const { id } = account;
    const moved = { ...form, connection: { ...imapConnection, server: 'imap.other.example' } };
    const port = { ...form, connection: { ...imapConnection, port: 9993 } };
    const here = { ...form, connection: { ...imapConnection, server: '127.0.0.1' } };
    const asked: [RouteName, object, object?][] = [
      ['accountsCreate', { account: form }],
      ['accountsCreate', { account: port }, { password: 'x' }],
      ['accountsCreate', { account: here }, { password: 'x' }],
      ['accountsCreate', { account: form }, { password: '' }],
      ['accountsCreate', { account: form }, { password: 'x'.repeat(2000) }],
      ['accountsCreate', { account: form }, { password: 'a\nb' }],
      ['accountsChange', { id, account: moved }],
      ['accountsChange', { id, account: form, revision: 7 }],
      ['accountsGet', { id: nobody }],
      ['accountsDelete', { ids: [nobody] }],
      ['accountsDuplicate', { id: nobody }],
      ['testsStart', { accountId: nobody }],
      ['testsStartDraft', { connection: imapConnection }],
      ['testsStartDraft', { connection: port.connection }, { password: 'x' }],
      ['logGet', { id: nobody }],
      ['clientsRevoke', { id: 'f'.repeat(32) }],
      ['stop', {}],
      ['secretsUnlock', {}, { passphrase: 'not the one at all' }],
      ['secretsMove', { to: 'vault' }],
      ['secretsMove', { to: 'vault' }, { passphrase: 'short' }],
      ['propertiesSet', { name: 'default.email.account.send', value: id }],
      ['propertiesSet', { name: 'default.email.account.send', value: nobody }],
      ...propertyNames.map((name): [RouteName, object] => ['propertiesSet', { name, value: [-1] }]),
      ['propertiesSet', { name: 'simple.email.test.user', value: ['Ada'] }],
      ['propertiesSet', { name: 'mailprobe.test.every', value: 1.5 }],
      ['accountsRestore', { ids: [nobody] }],
      ['accountsDelete', { ids: [nobody, id.replace(/.$/, (last) => (last === '1' ? '2' : '1'))] }],
      ['accountsCreate', { account: form, withoutPassword: true }, { password: 'x' }],
      ...conditions.map((condition): [RouteName, object] => [
        'logQuery',
        { condition, zone: 'UTC', limit: 1 },
      ]),
      ['logQuery', { condition: everything, zone: 'Mars/Olympus', limit: 1 }],
      ['logQuery', { condition: everything, zone: 'UTC', limit: 1, after: 'x' }],
    ];
    for (const [name, body, secrets] of asked) {
      expectRussian(await page.refused(name, body, secrets), `${name} ${JSON.stringify(body)}`);
    }
  });

  test('reads in Russian where passwords lie, what was left out, and what a copy is called', async () => {
    const daemon = await runningDaemon();
    const browser = await daemon.browser();
    const page = russian(browser);
    await page.call('accountsCreate', { account: form }, { password: 'hunter2-x' });
    const { accounts } = await browser.call('accountsList', {});
    const id = accounts[0]?.account.id ?? '';
    const copy = (await page.call('accountsDuplicate', { id })) as { account: { name: string } };
    expect(copy.account.name).toBe('Копия: Work');
    const { skipped } = (await page.call('testsStartAll', {})) as { skipped: { reason: string }[] };
    expect(skipped.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^Для этой учётной записи/)]);
    const { secrets } = (await page.call('status', {})) as { secrets: { sentence: string } };
    expect(secrets.sentence).toMatch(/^Пароли хранятся/);
    expect(await page.call('secretsCheck', {})).toEqual(secrets);
    // The same place, asked by others: what is kept of it is in no one's language.
    expect((await browser.call('status', {})).secrets.sentence).toMatch(/^Passwords are kept/);
    expect((await (await daemon.cli()).call('status', {})).secrets.sentence).toMatch(/^Passwords are kept/);
  });

  test('leaves a log, a file and a terminal in English', async () => {
    const directory = temporaryDirectory();
    const daemon = await runningDaemon(directory);
    const browser = await daemon.browser();
    const page = russian(browser);
    const account = AccountForm.parse({ ...form, connection: { ...smtpConnection, server: 'mx.invalid' } });
    const made = await page.call('accountsCreate', { account }, { password: 'hunter2-x' });
    const { id } = (made as { account: { id: string } }).account;
    const { testId } = (await page.call('testsStart', { accountId: id })) as { testId: string };
    const walk = inLanguage('ru', () =>
      browser.stream('testsFollow', { testId }, new AbortController().signal),
    );
    const events = [];
    for await (const event of walk) events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'failed' });
    await page.call('accountsChange', { id, account: { ...account, label: 'x' } });
    await page.call('secretsMove', { to: 'vault' }, { passphrase: 'a passphrase that is long' });
    await page.call('propertiesSet', { name: 'mailprobe.test.every', value: 5 });
    await page.refused('propertiesSet', { name: 'mailprobe.test.every', value: -5 });
    await page.call('accountsDelete', { ids: [id] });
    const { records } = await browser.call('logPage', { limit: 500 });
    expect(records.length).toBeGreaterThan(6);
    expect(records.map(({ message }) => message).filter((message) => cyrillic.test(message))).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(cyrillic);
    expect(daemon.said.join('\n')).not.toMatch(cyrillic);
    await daemon.stop();
    expect(readFileSync(join(directory, 'daemon.log'), 'utf8')).not.toMatch(cyrillic);
  });

  test('follows a test that nobody knows, and is told so in Russian', async () => {
    const daemon = await runningDaemon();
    const browser = await daemon.browser();
    const lines = inLanguage('ru', () =>
      browser.stream('testsFollow', { testId: nobody }, new AbortController().signal),
    );
    const error = await inLanguage('ru', () => lines.next()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ refusal: { message: expect.stringMatching(/^Эта проверка/) } });
  });
});

test('there are no more places for browsers than a Russian sentence can count', () => {
  // «Сопряжено уже 16 браузеров» is right for 16 and not for 21.
  expect(new Intl.PluralRules('ru').select(mostClients)).toBe('many');
});
