import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { answer } from '../../daemon/cli/answer.ts';
import { commands } from '../../daemon/cli/commands.ts';
import { internalError } from '../../daemon/cli/internal-error.ts';
import { nearest } from '../../daemon/cli/nearest.ts';
import { testOptionNames } from '../../daemon/cli/options/test-options.ts';

test.each([
  ['nothing', []],
  ['--help', ['--help']],
  ['help', ['help']],
  ['test --help', ['test', '--server', 'm', '--help']],
  ...Object.keys(commands).map((name): [string, string[]] => [`help ${name}`, ['help', name]]),
  ['--version', ['--version']],
])('%s is answered on stdout, in 80 columns, with 0', async (_what, args) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/\S\n$/);
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('the overview names every command', async () => {
  const { stdout } = await run([]);
  for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
});

test('help of test names every option of test', async () => {
  const { stdout } = await run(['help', 'test']);
  for (const name of testOptionNames) expect(stdout).toMatch(new RegExp(`^  --${name}\\b`, 'm'));
});

test.each([
  ['a slip', ['tset'], 'There is no command "tset". Did you mean test?'],
  ['another word', ['frobnicate'], 'There is no command "frobnicate". Commands: start, pair, status, test,'],
  ['an unknown action', ['accounts', 'lsit'], 'accounts: there is no "lsit". Did you mean accounts list?'],
  ['a missing word', ['accounts', 'show'], 'ID is missing. Usage: mailprobe accounts show ID.'],
  ['too many words', ['properties', 'reset', 'a', 'hunter2'], 'too many words'],
  ['a word too much', ['status', 'hunter2'], 'status: takes no words beside its options'],
  ['a passphrase as argument', ['secrets', 'unlock', '--passphrase=hunter2'], 'never taken as an argument'],
  ['an impossible port', ['status', '--port', '0'], '--port: is a number from 1 to 65535'],
  ['an empty folder', ['status', '--data-dir='], '--data-dir: is empty'],
  ['no id', ['accounts', 'show', 'office'], '"office" is no id'],
  [
    'no id of a letter',
    ['letters', 'get', '123'],
    'An id is 18 digits; npx mailprobe letters lists those of the letters',
  ],
  ['no client id', ['clients', 'revoke', 'abc'], 'a client id is 32 hex digits'],
  ['an unknown place', ['secrets', 'move', 'valt'], 'there is no place "valt". Did you mean vault?'],
  [
    'an unknown property',
    ['properties', 'set', 'mailprobe.test.evry', '1'],
    'Did you mean mailprobe.test.every?',
  ],
  [
    'a value that cannot be',
    ['properties', 'set', 'mailprobe.test.every', 'often'],
    'is a whole number of minutes',
  ],
  ['service without a word', ['service'], 'service install, uninstall or --print'],
  ['a limit', ['logs', '--limit', '10001'], '--limit: is a whole number from 1 to 10000'],
  ['an inherited name', ['constructor'], 'There is no command "constructor".'],
  ['an option first', ['--json', 'test'], 'The command comes first'],
  ['a terminal sequence', ['\x1b[2J'], String.raw`There is no command "\x1b[2J".`],
  ['help of nothing', ['help', 'tests'], 'There is no command "tests". Did you mean test?'],
  ['a loose word', ['test', 'hunter2'], 'A word belongs to no option'],
  ['a short id', ['test', '15'], 'named by its id of 18 digits alone'],
])('%s goes to stderr with 2', async (_what, args, sentence) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('hunter2');
});

test.each([
  ['a stored account', ['test', '157425284611357796']],
  ['one behind a switch', ['test', '--debug', '157425284611357796']],
  ['status', ['status']],
  ['pair', ['pair']],
  ['accounts', ['accounts']],
  ['logs', ['logs']],
  ['properties', ['properties']],
  ['clients', ['clients']],
  ['secrets', ['secrets']],
])('%s needs the daemon: 3, and how to start it', async (_what, args) => {
  const folder = join(tmpdir(), 'mailprobe-never-started');
  const { code, stdout, stderr } = await run([...args, '--data-dir', folder]);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain(`was never started with the data folder ${folder}`);
  expect(stderr).toContain(`Start it with: npx mailprobe start --data-dir ${folder}`);
  expect(existsSync(folder)).toBe(false);
});

test('status --json says that nothing runs as well', async () => {
  const folder = join(tmpdir(), 'mailprobe-never-started');
  const { code, stdout } = await run(['status', '--json', '--data-dir', folder]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ running: false, dataDirectory: folder });
});

test('an error of our own is one sentence without its message', () => {
  const text = internalError(new TypeError('secret hunter2'));
  expect(text).toContain('TypeError');
  expect(text).not.toContain('hunter2');
  expect(text.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  ['tset', 'test'],
  ['explian', 'explain'],
  ['TEST', 'test'],
  ['exp', 'explain'],
  ['x', undefined],
  ['status', undefined],
  ['z'.repeat(100_000), undefined],
])('the nearest word to %.10s is %s', (word, found) => {
  expect(nearest(word, ['test', 'explain', 'help'])).toBe(found);
});

async function run(args: string[]) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await answer(args, streams);
  const { stdout, stderr } = streams;
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}
