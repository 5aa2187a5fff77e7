import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { answer } from '../../daemon/cli/answer.ts';
import { explainArguments } from '../../daemon/cli/options/explain-arguments.ts';

const refusal = '535 5.7.8 Username and Password not accepted';

test.each([
  ['one argument', [refusal], refusal],
  ['several words', refusal.split(' '), refusal],
  ['a POP3 refusal', ['-ERR [AUTH] Invalid login', '--type', 'pop3'], '-ERR [AUTH] Invalid login'],
  ['a POP3 refusal in words', ['-ERR', 'Invalid', 'login'], '-ERR Invalid login'],
  ['a dash for standard input', ['-'], undefined],
  ['nothing', ['--json'], undefined],
])('explain takes its text from %s', (_what, args, text) => {
  expect(explainArguments(args).text).toBe(text);
});

test.each([
  ['an argument', [refusal], ''],
  ['a pipe', ['-'], `${refusal}\n`],
  ['a pipe without a dash', [], `${refusal}\n`],
])('a refusal from %s is explained with steps', async (_what, args, input) => {
  const { code, stdout, stderr } = await run(['explain', ...args], input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\S.+\n\S.+\n\nWhat to do:\n {2}1\. \S/);
});

test('--json is one object', async () => {
  const { code, stdout } = await run(['explain', '--json', '--type=smtp', '--stage=login', refusal]);
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  const { kind, title, steps }: Record<string, unknown> = JSON.parse(stdout);
  expect(kind).toMatch(/^auth_/);
  expect(title).toBeTypeOf('string');
  expect(steps).toBeInstanceOf(Array);
});

test('text that nobody knows exits 1', async () => {
  expect((await run(['explain', 'lorem ipsum'])).code).toBe(1);
  expect((await run(['explain', 'lorem ipsum', '--json'])).stdout).toBe('{"kind":null}\n');
});

test.each([
  ['no text', ['explain', ' '], 'no text to explain'],
  ['an unknown type', ['explain', '--type=imp', 'x'], 'Did you mean imap?'],
  ['an unknown stage', ['explain', '--stage=logn', 'x'], 'Did you mean login?'],
  ['an unknown option', ['explain', '--server=m', 'x'], '--server: there is no such option.'],
])('%s is wrong usage', async (_what, args, sentence) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

async function run(args: string[], input = '') {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  streams.stdin.end(input);
  const code = await answer(args, streams);
  const { stdout, stderr } = streams;
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}
