import { expect, test } from 'vitest';
import { addOptions, changeOptions } from '../../daemon/cli/options/account-options.ts';
import { addArguments } from '../../daemon/cli/options/add-arguments.ts';
import { changeArguments, changesNothing } from '../../daemon/cli/options/change-arguments.ts';
import { parseOptions } from '../../daemon/cli/options/parse-options.ts';
import { propertyNamed, propertyText, propertyValue } from '../../daemon/cli/options/property-value.ts';
import { UsageError } from '../../daemon/cli/usage-error.ts';
import type { AccountForm } from '../../shared/account.ts';

const office = '--name Office --type imap --server mail.example.com --user ada';
const pin = `${'A'.repeat(43)}=`;

test('an account is what the options say, active and without any confirmation', () => {
  expect(add(office)).toEqual({
    name: 'Office',
    label: '',
    active: true,
    connection: {
      type: 'imap',
      server: 'mail.example.com',
      port: 993,
      username: 'ada',
      ssl: true,
      tls: false,
      insecure: false,
      debug: false,
      allowPlain: false,
      allowAddress: false,
      pin: '',
    },
  });
});

test.each([
  ['--inactive', { active: false }],
  ['--label Desk', { label: 'Desk' }],
  ['--plain --allow-plain', { connection: { allowPlain: true, port: 143 } }],
  ['--allow-address', { connection: { allowAddress: true } }],
])('%s is taken', (options, form) => {
  expect(add(`${office} ${options}`)).toMatchObject(form);
});

test.each([
  ['plain text without a confirmation', `${office} --plain`, ['--plain: others on the way']],
  ['an account without name', office.replace('--name Office ', ''), ['--name: Name is missing']],
  ['everything at once', '--type imap', ['--server: ', '--user: ', '--name: ']],
])('%s is refused', (_what, line, beginnings) => {
  const sentences = refusal(() => add(line));
  expect(sentences).toHaveLength(beginnings.length);
  for (const [index, beginning] of beginnings.entries()) expect(sentences[index]).toContain(beginning);
});

test.each([
  ['nothing', '', {}],
  ['the name alone', '--name Home', { name: 'Home' }],
  ['TLS, and the usual port with it', '--tls', { connection: { ssl: false, tls: true, port: 143 } }],
  ['the type, and the usual port with it', '--type pop3', { connection: { type: 'pop3', port: 995 } }],
  ['TLS, and the port that was said', '--tls --port 993', { connection: { tls: true, port: 993 } }],
  ['off', '--inactive', { active: false }],
  ['a pin', `--pin sha256//${pin}`, { connection: { pin } }],
  ['an empty label', '--label=', { label: '' }],
])('a change of %s', (_what, options, form) => {
  const before = add(`${office} --label Desk`);
  const after = change(before, options);
  expect(after).toMatchObject(form);
  expect(changesNothing(before, after)).toBe(options === '');
});

test('what can be switched on can be switched off', () => {
  const before = add(`${office} --debug --insecure --inactive`);
  const after = change(before, '--no-debug --no-insecure --active');
  expect(after).toMatchObject({ active: true, connection: { debug: false, insecure: false } });
});

test('a port of its own stays when the security changes', () => {
  const before = add(`${office} --port 1993 --ssl`);
  expect(change(before, '--tls').connection.port).toBe(1993);
});

test('another server or port takes the confirmations back', () => {
  const before = add(`${office} --plain --allow-plain --allow-address`);
  expect(change(before, '--user eve').connection).toMatchObject({ allowPlain: true, allowAddress: true });
  expect(refusal(() => change(before, '--server other.example.com'))[0]).toContain('--allow-plain');
  const moved = change(before, '--server other.example.com --allow-plain');
  expect(moved.connection).toMatchObject({ allowPlain: true, allowAddress: false });
});

test('an SMTP account that becomes another type loses its sender', () => {
  const before = add('--name S --type smtp --server m --user a --from a@example.com');
  expect(change(before, '--type imap').connection).not.toHaveProperty('from');
});

test.each([
  ['--active --inactive', 'give only one'],
  ['--debug --no-debug', 'give only one'],
  [`--pin ${pin} --no-pin`, 'give only one'],
  ['--port 0', '--port: Port is a number'],
  ['--type pop', 'Did you mean pop3?'],
  ['--from nobody --type smtp', '--from: From holds no address'],
])('%s is refused', (options, sentence) => {
  expect(refusal(() => change(add(office), options)).join('\n')).toContain(sentence);
});

test.each([
  ['simple.email.smtp.active', 'off', false],
  ['simple.email.smtp.active', 'TRUE', true],
  ['mailprobe.test.every', '30', 30],
  ['simple.email.test.user', 'a@b.example , c@d.example', ['a@b.example', 'c@d.example']],
  ['simple.email.test.user', '', []],
  ['default.email.account.send', '157425284611357796', '157425284611357796'],
])('%s takes %s', (name, text, value) => {
  expect(propertyValue(propertyNamed(name), text)).toEqual(value);
  expect(propertyValue(propertyNamed(name), propertyText(value))).toEqual(value);
});

test.each([
  ['simple.email.smtp.active', 'maybe'],
  ['mailprobe.test.every', '1e3'],
  ['simple.email.test.user', 'nobody'],
  ['default.email.account.send', 'office'],
])('%s does not take %s', (name, text) => {
  expect(refusal(() => propertyValue(propertyNamed(name), text))[0]).toMatch(/\S/);
});

function add(line: string): AccountForm {
  return addArguments(parseOptions(line.split(' '), addOptions).values);
}

function change(before: AccountForm, line: string): AccountForm {
  const words = line === '' ? [] : line.split(' ');
  return changeArguments(before, parseOptions(words, changeOptions).values);
}

function refusal(attempt: () => unknown): readonly string[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof UsageError) return error.sentences;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
