import { expect, test } from 'vitest';
import { testArguments } from '../../daemon/cli/options/test-arguments.ts';
import { testOptions } from '../../daemon/cli/options/test-options.ts';
import { UsageError } from '../../daemon/cli/usage-error.ts';

const account = '--type imap --server mail.example.com --user ada';
const pin = `${'A'.repeat(43)}=`;

test.each([
  ['SSL on its usual port when nothing else is said', account, { port: 993, ssl: true, tls: false }],
  ['SSL for POP3', `${account} --type=pop3`.replace('--type imap ', ''), { port: 995, ssl: true }],
  ['STARTTLS on its usual port', `${account} --tls`, { port: 143, ssl: false, tls: true }],
  ['STARTTLS when the port says so', `${account} --port 143`, { port: 143, ssl: false, tls: true }],
  ['SSL when the port says so', `${account} --port 993`, { port: 993, ssl: true }],
  ['what is said against what the port says', `${account} --port 993 --tls`, { port: 993, tls: true }],
  ['an odd port with its mode', `${account} --port 1993 --ssl`, { port: 1993, allowAddress: true }],
  ['plain text only when asked for', `${account} --plain`, { port: 143, allowPlain: true, tls: false }],
  ['plain text is not agreed to otherwise', `${account} --ssl`, { allowPlain: false }],
  ['a submission server', '--type SMTP --server m --user a --from a@b --tls', { type: 'smtp', port: 587 }],
  ['the sender of an SMTP account', '--type smtp --server m --user a --from a@b', { port: 465, from: 'a@b' }],
  ['a pin', `${account} --pin ${pin}`, { pin }],
  ["a pin in curl's form", `${account} --pin sha256//${pin}`, { pin }],
  ['validation off, debug on', `${account} --insecure --debug`, { insecure: true, debug: true }],
  ['an IPv6 address', '--type imap --server 2001:db8::1 --user a', { server: '2001:db8::1' }],
])('reads %s', (_what, line, settings) => {
  expect(read(line).settings).toMatchObject(settings);
});

test('the reader knows whether the port was typed or taken', () => {
  expect(read(account)).toMatchObject({ portTaken: true, security: 'ssl' });
  expect(read(`${account} --port 143`)).toMatchObject({ portTaken: false, security: 'tls' });
});

test.each([
  ['two modes', `${account} --ssl --tls`, ['--ssl and --tls: give only one']],
  ['three modes', `${account} --ssl --tls --plain`, ['--ssl and --tls and --plain: give only one']],
  ['a port that says nothing', `${account} --port 1143`, ['--port: 1143 does not tell how to encrypt']],
  ['a port that cannot be', `${account} --port 65536`, ['--port: Port is a number from 1 to 65535.']],
  ['a port in words', `${account} --port 0x50`, ['--port: Port is a number from 1 to 65535.']],
  ['a port of blanks', [...account.split(' '), '--port', ' '], ['--port: Port is']],
  ['an unknown type', '--type imp --server m --user a', ['--type: "imp" is not known. Did you mean imap?']],
  ['a sender for IMAP', `${account} --from a@b`, ['--from: belongs to smtp only']],
  ['no sender for SMTP', '--type smtp --server m --user a', ['--from: From is missing']],
  ['a short pin', `${account} --pin abc`, ['--pin: Pin is the SHA-256']],
  ['an empty pin', [...account.split(' '), '--pin', ''], ['--pin: Pin is the SHA-256']],
  ['an empty sender', ['--type=smtp', '--server=m', '--user=a', '--from='], ['--from: From is missing']],
  ['a pin and no validation', `${account} --pin ${pin} --insecure`, ['--insecure and --pin: give only one']],
  ['a pin without certificate', `${account} --plain --pin ${pin}`, ['--pin: has no meaning with --plain']],
  ['validation without certificate', `${account} --plain --insecure`, ['--insecure: has no meaning']],
  ['a time that is too short', `${account} --timeout 99`, ['--timeout: is a whole number']],
  ['a time that is too long', `${account} --timeout 600001`, ['--timeout: is a whole number']],
  ['an address with scheme', '--type imap --server imaps://m --user a', ['--server: Server is a host name']],
  ['a missing file', `${account} --ca none.pem`, ['--ca: none.pem cannot be read (no such file).']],
  [
    'everything at once',
    '--port 0 --timeout 1',
    ['--type: is missing', '--server: ', '--port: ', '--user: ', '--timeout: '],
  ],
  [
    'an option with a slip',
    `${account} --sever m`,
    ['--sever: there is no such option. Did you mean --server?'],
  ],
  [
    'an option of other programs',
    `${account} --host m`,
    ['--host: there is no such option. Did you mean --server?'],
  ],
  ['an option without value', `${account} --port`, ['--port: needs a value']],
  ['an option in place of a value', '--type imap --server --user a', ['--server: needs a value']],
  ['a switch with value', `${account} --ssl=yes`, ['--ssl: takes no value.']],
  ['an option given twice', `${account} --user b`, ['--user: is given twice; give it once.']],
  ['an unknown letter', `${account} -x`, ['-x: there is no such option.']],
])('refuses %s', (_what, line, beginnings) => {
  const sentences = refusal(line);
  expect(sentences).toHaveLength(beginnings.length);
  for (const [index, beginning] of beginnings.entries()) expect(sentences[index]).toContain(beginning);
});

test.each([
  '--password hunter2',
  '--password=hunter2',
  '--pass hunter2',
  '-password=hunter2',
  '--passwd=hunter2',
  '--pw hunter2',
  '--pwd=hunter2',
  '--password-stdin=hunter2',
  '--secret=hunter2',
  '--passwordhunter2',
])('refuses a password as an argument and does not repeat it: %s', (spelling) => {
  const sentences = refusal(`${account} ${spelling}`).join('\n');
  expect(sentences).toContain('never taken as an argument');
  expect(sentences).toContain('--password-stdin');
  expect(sentences).not.toContain('hunter2');
});

function read(line: string | readonly string[]) {
  return testArguments(testOptions(typeof line === 'string' ? line.split(' ') : line).values);
}

function refusal(line: string | readonly string[]): readonly string[] {
  try {
    read(line);
  } catch (error) {
    if (error instanceof UsageError) return error.sentences;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
