import { expect, test } from 'vitest';
import { addressList, listedAddresses } from '../../shared/address-list.ts';
import { LetterForm } from '../../shared/letter-form.ts';

const good = { to: 'ada@example.com', subject: 'Hello', text: 'One\nTwo' };

function refusals(change: Record<string, unknown>): string[] {
  const { error } = LetterForm.safeParse({ ...good, ...change });
  return error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`) ?? [];
}

test('addresses stand between commas, semicolons and line breaks, each once', () => {
  const text =
    'Ada <ada@example.com>, bob@example.com;\n"Smith, John; Jr." <js@example.com>,, bob@EXAMPLE.com,';
  expect(addressList(text)).toEqual({
    addresses: [
      { address: 'ada@example.com', text: 'Ada <ada@example.com>' },
      { address: 'bob@example.com', text: 'bob@example.com' },
      { address: 'js@example.com', text: '"Smith, John; Jr." <js@example.com>' },
    ],
  });
  expect(addressList(' , ')).toEqual({ addresses: [] });
  expect(addressList('ada@example.com, bob')).toEqual({ wrong: 'bob' });
});

test.each([
  ['nobody', { to: ' ,' }, /^to: To is missing/],
  ['no address', { cc: 'ada' }, /^cc: “ada” is not an email address/],
  ['two addresses in one', { bcc: 'ada@example.com bob@example.com' }, /^bcc: /],
  [
    'a line break inside of quotes',
    { to: '"Ada\r\nBcc: eve@example.com" <ada@example.com>' },
    /is not an email address/,
  ],
  ['a control character', { to: 'ada@example.com\u0007' }, /control character/],
  ['a line break in Subject', { subject: 'Hello\r\nBcc: eve@example.com' }, /one line/],
  ['a long Subject', { subject: 'x'.repeat(999) }, /998/],
  ['a long text', { text: 'x'.repeat(262_145) }, /262,144 characters: it has 262,145/],
  ['NUL', { text: 'a\0b' }, /NUL/],
  [
    'too many in a long list',
    { to: Array.from({ length: 10_000 }, (_, n) => `u${n}@example.com`).join() },
    /these are 10,000/,
  ],
  [
    'too many',
    { to: Array.from({ length: 101 }, (_, n) => `u${n}@example.com`).join() },
    /100 recipients at most; these are 101/,
  ],
])('a letter with %s is refused with a sentence', (_name, change, sentence) => {
  expect(refusals(change).join(' ')).toMatch(sentence);
});

test('a letter needs no Subject and no text', () => {
  expect(refusals({ subject: '', text: '' })).toEqual([]);
});

test('addresses are as long as they are kept, with a blank after each comma', () => {
  const list = (length: number) =>
    Array.from({ length: 90 }, (_, n) => `u${n + 10}@${'x'.repeat(length - 10)}.example`).join();
  const fits = list(87);
  expect(fits.length).toBeLessThanOrEqual(8_192);
  const joined = listedAddresses(fits);
  expect(joined.length).toBeGreaterThan(fits.length);
  const spare = 8_192 - joined.length;
  const kept = `${'a'.repeat(spare)}${fits}`;
  expect(refusals({ to: kept })).toEqual([]);
  expect(listedAddresses(kept)).toHaveLength(8_192);
  expect(`a${kept}`.length).toBeLessThan(8_192);
  expect(refusals({ to: `a${kept}` })).toEqual(['to: The addresses are longer than 8,192 characters.']);
});
