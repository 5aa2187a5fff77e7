import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { firstLine } from '../../daemon/cli/password/first-line.ts';
import { hiddenPrompt } from '../../daemon/cli/password/hidden-prompt.ts';
import { readPassword } from '../../daemon/cli/password/read-password.ts';
import { type } from '../../daemon/cli/password/typed-line.ts';
import { UsageError } from '../../daemon/cli/usage-error.ts';

test.each([
  ['ends at LF', ['secret\n'], 'secret'],
  ['ends at CRLF', ['secret\r\n'], 'secret'],
  ['ends at the end of the input', ['secret'], 'secret'],
  ['keeps blanks', ['  se cret \t\n'], '  se cret \t'],
  ['keeps a second CR', ['secret\r\r\n'], 'secret\r'],
  ['keeps a CR that ends no line', ['secret\r'], 'secret\r'],
  ['takes only the first line', ['secret\nmore\n'], 'secret'],
  ['is put together from pieces', ['se', 'cr', 'et\r', '\n'], 'secret'],
  ['may be empty', ['\n'], ''],
])('a piped line %s', async (_what, chunks, line) => {
  const bytes = await firstLine(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), 1024);
  expect(Buffer.from(bytes).toString()).toBe(line);
});

test('a pipe that never ends is not read to its end', async () => {
  let pulled = 0;
  const endless = new Readable({
    read() {
      pulled += 1024;
      this.push(Buffer.alloc(1024, 'x'));
    },
  });
  expect((await firstLine(endless, 1024)).length).toBeGreaterThan(1024);
  expect(pulled).toBeLessThan(1_000_000);
});

test.each([
  ['one key at a time', [...'secret', '\r'], 'secret'],
  ['a paste', ['pässwört 🔑\r'], 'pässwört 🔑'],
  ['a bracketed paste', ['\x1b[200~secret\x1b[201~', '\r'], 'secret'],
  ['backspace', ['secretx\x7f\r'], 'secret'],
  ['backspace over a character of several code points', ['ab👩‍👩‍👧\x7f\x7fc\r'], 'ac'],
  ['backspace at the beginning', ['\x7f\x7fab\r'], 'ab'],
  ['Ctrl-U', ['wrong\x15secret\r'], 'secret'],
  ['cursor keys', ['sec\x1b[Dret\x1bOH\r'], 'secret'],
  ['the Escape key between letters', ['sec', '\x1b', 'ret', '\r'], 'secret'],
  ['quotes, braces and backslash', ['"{\\}\'$`\r'], '"{\\}\'$`'],
])('a typed line understands %s', (_what, reads, line) => {
  expect(typed(reads)).toEqual({ text: line, state: 'done' });
});

test.each([
  ['Ctrl-C', ['sec\x03']],
  ['Ctrl-D on an empty line', ['\x04']],
])('%s gives up, and nothing is left of what was typed', (_what, reads) => {
  expect(typed(reads)).toEqual({ text: '', state: 'cancelled' });
});

test('a character that arrives in two halves is one character', async () => {
  const { stdin, stderr, written } = terminal(true);
  const answer = hiddenPrompt('Password: ', stdin, stderr);
  const bytes = Buffer.from('pä\r');
  for (const byte of bytes) stdin.write(Buffer.from([byte]));
  expect(await answer).toBe('pä');
  expect(written()).toBe('Password: \n');
});

test.each([
  ['nothing', '', 'The password is empty'],
  ['an empty line', '\nsecret', 'The password is empty'],
  ['too much', 'x'.repeat(1025), 'longer than 1024 bytes'],
  ['too much, cut inside a character', 'ä'.repeat(600), 'longer than 1024 bytes'],
  ['another encoding', Buffer.from('pässword', 'latin1'), 'not UTF-8'],
  ['NUL', 'a\0b', 'one line of text'],
])('%s on stdin is refused with a sentence', async (_what, input, sentence) => {
  const { stdin, stdout, stderr } = terminal(false);
  stdin.end(input);
  const answer = readPassword({ stdin, stdout, stderr }, { fromStdin: true, whose: 'ada' });
  await expect(answer).rejects.toThrow(UsageError);
  await expect(answer).rejects.toThrow(sentence);
});

test('without a terminal and --password-stdin, nobody can be asked', async () => {
  const { stdin, stdout, stderr } = terminal(false);
  const answer = readPassword({ stdin, stdout, stderr }, { fromStdin: false, whose: 'ada' });
  await expect(answer).rejects.toThrow('--password-stdin');
});

test('1,024 bytes are a password, and printing it shows nothing', async () => {
  const { stdin, stdout, stderr } = terminal(false);
  stdin.end(`${'x'.repeat(1024)}\r\n`);
  const password = await readPassword({ stdin, stdout, stderr }, { fromStdin: true, whose: 'ada' });
  expect(password?.open()).toBe('x'.repeat(1024));
  expect(`${String(password)} ${JSON.stringify({ password })}`).not.toContain('xx');
});

function typed(reads: readonly string[]) {
  return reads.reduce(type, { text: '', state: 'open' });
}

function terminal(isTTY: boolean) {
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => undefined });
  const stderr = new PassThrough();
  const written = () => String(stderr.read() ?? '');
  return { stdin, stdout: new PassThrough(), stderr, written };
}
