import { expect, test } from 'vitest';
import { letterParser } from '../../daemon/service/letters/parse/letter-parser.ts';

const hostile = new URL('../letters/programs/hostile-parser.ts', import.meta.url);
const letter = (first: string) => {
  const raw = Buffer.from(`${first}: x\r\nSubject: here\r\n\r\n<b>text</b>`);
  return { raw, octets: raw.length };
};

test.for(['hangs', 'swell', 'break'])(
  'a letter that %s the parser is read as plain text, the next one as ever',
  async (word) => {
    const parser = letterParser({ timeoutMs: 1_000, program: hostile });
    try {
      expect(await parser.parse(letter(word))).toMatchObject({ subject: 'here', text: '<b>text</b>' });
      expect(await parser.parse(letter('fine'))).toMatchObject({ subject: 'here' });
    } finally {
      await parser.end();
    }
  },
);

test('a letter that no way of reading survives is given up, and those that wait are read', async () => {
  const parser = letterParser({ timeoutMs: 500, program: hostile });
  try {
    const all = await Promise.all([parser.parse(letter('worse')), parser.parse(letter('fine'))]);
    expect(all.map((parsed) => parsed?.subject)).toEqual([undefined, 'here']);
  } finally {
    await parser.end();
  }
});

test('octets that have memory of their own are freed once the letter is read, at the second try too', async () => {
  const parser = letterParser({ timeoutMs: 500, program: hostile });
  try {
    for (const word of ['fine', 'break']) {
      const { raw, octets } = letter(word);
      const own = Uint8Array.from(raw);
      expect(await parser.parse({ raw: own, octets })).toMatchObject({ subject: 'here' });
      expect(own.buffer.detached).toBe(true);
    }
  } finally {
    await parser.end();
  }
});
