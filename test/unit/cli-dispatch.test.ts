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
  ['help test', ['help', 'test']],
  ['test --help', ['test', '--server', 'm', '--help']],
  ['help explain', ['help', 'explain']],
  ['--version', ['--version']],
])('%s is answered on stdout, in 80 columns, with 0', async (_what, args) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/\S\n$/);
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('the overview names every command and none that is not there yet', async () => {
  const { stdout } = await run([]);
  for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  expect(stdout).not.toMatch(/^ {2}(pair|status|accounts|service|reset)\b/m);
});

test('help of test names every option of test', async () => {
  const { stdout } = await run(['help', 'test']);
  for (const name of testOptionNames) expect(stdout).toMatch(new RegExp(`^  --${name}\\b`, 'm'));
});

test.each([
  ['a slip', ['tset'], 'There is no command "tset". Did you mean test?'],
  ['another word', ['frobnicate'], 'There is no command "frobnicate". Commands: start, test, explain.'],
  ['a command of later', ['pair'], 'There is no command "pair".'],
  ['an inherited name', ['constructor'], 'There is no command "constructor".'],
  ['an option first', ['--json', 'test'], 'The command comes first'],
  ['a terminal sequence', ['\x1b[2J'], String.raw`There is no command "\x1b[2J".`],
  ['help of nothing', ['help', 'tests'], 'There is no command "tests". Did you mean test?'],
  ['a loose word', ['test', 'hunter2'], 'A word belongs to no option'],
])('%s goes to stderr with 2', async (_what, args, sentence) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('hunter2');
});

test('a stored account needs the daemon, and that is 3', async () => {
  const { code, stderr } = await run(['test', '157425284611357796']);
  expect(code).toBe(3);
  expect(stderr).toContain('this version does not contain yet');
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
