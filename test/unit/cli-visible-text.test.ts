import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleJson, visibleLines, visibleParagraphs, visibleText } from '../../shared/visible-text.ts';

test.each([
  ['plain ASCII', '250 2.1.0 Ok', '250 2.1.0 Ok'],
  ['letters of other scripts', 'Grüße 邮件 почта', 'Grüße 邮件 почта'],
  ['a terminal sequence', '\x1b[31mred\x1b[0m', String.raw`\x1b[31mred\x1b[0m`],
  ['a title change ended by BEL', '\x1b]0;owned\x07', String.raw`\x1b]0;owned\x07`],
  ['a C1 control sequence introducer', 'a\u009b31m', String.raw`a\x9b31m`],
  ['NUL, DEL, tab and line breaks', '\0\x7f\t\r\n', String.raw`\x00\x7f\x09\x0d\x0a`],
  ['bidi overrides and isolates', 'a\u202eb\u2066c\u200f', String.raw`a\u202eb\u2066c\u200f`],
  ['zero width characters', 'a\u200bb\ufeffc\u2060', String.raw`a\u200bb\ufeffc\u2060`],
  ['line and paragraph separators', '\u2028\u2029', String.raw`\u2028\u2029`],
  ['invisible tag characters', '\u{e0041}', String.raw`\u{e0041}`],
  ['half a character', 'a\ud83d', String.raw`a\ud83d`],
  ['a whole emoji', '📬', '📬'],
  ['emoji that are joined', '👩‍💻 👨‍👩‍👧‍👦 👩🏽‍🚀', '👩‍💻 👨‍👩‍👧‍👦 👩🏽‍🚀'],
  ['emoji whose look is chosen', '❤️ ❤︎ 🏳️‍🌈 1️⃣ 🇩🇪', '❤️ ❤︎ 🏳️‍🌈 1️⃣ 🇩🇪'],
  ['a joiner between letters', 'pay\u200dpal', String.raw`pay\u200dpal`],
  ['a joiner beside an emoji', 'a\u200d👩\u200db', String.raw`a\u200d👩\u200db`],
  ['two joiners', '👩\u200d\u200d💻', String.raw`👩\u200d\u200d💻`],
  ['a look of a letter', 'a\ufe0f', String.raw`a\ufe0f`],
  ['a look chosen twice', '❤\ufe0f\ufe0f', `❤\ufe0f${String.raw`\ufe0f`}`],
  ['looks that hide a message', '😀\u{e0100}\u{e0101}', String.raw`😀\u{e0100}\u{e0101}`],
  ['other controls inside of an emoji', '👩\u200d\u202e💻\u200b👩', String.raw`👩\u200d\u202e💻\u200b👩`],
  ['a tag after a flag', '🏴\u{e0067}\u{e007f}', String.raw`🏴\u{e0067}\u{e007f}`],
])('%s', (_what, text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test('text of any length is cut at the limit, with a sign', () => {
  expect(visibleText('x'.repeat(512))).toBe('x'.repeat(512));
  expect(visibleText('x'.repeat(513))).toBe(`${'x'.repeat(511)}…`);
  expect(visibleText(`${'x'.repeat(510)}📬y`)).toBe(`${'x'.repeat(510)}…`);
  expect(visibleText(`${'x'.repeat(508)}👩‍💻yy`)).toBe(`${'x'.repeat(508)}…`);
  expect(visibleText('👩\u200d'.repeat(1_000_000)).length).toBeLessThanOrEqual(512);
  expect(visibleText('\x1b'.repeat(1_000_000)).length).toBeLessThanOrEqual(512);
});

test('whatever comes in, what goes out is one line that no terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
      const shown = visibleText(text);
      expect(shown.length).toBeLessThanOrEqual(512);
      expect(shown.isWellFormed()).toBe(true);
      expect(
        shown.replaceAll(/(?<=\p{Emoji_Presentation}|\p{Emoji}|\ufe0f)\u200d(?=\p{Emoji})/gu, ''),
      ).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('a reply of many lines keeps its lines and says how many are left out', () => {
  expect(visibleLines('250-one\r\n250 \x1btwo\r\n')).toEqual(['250-one', String.raw`250 \x1btwo`]);
  expect(visibleLines('a\nb\nc\nd', 2)).toEqual(['a', 'b', '… 2 more lines']);
});

test('JSON with hostile text is shown without it and read back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = visibleJson({ text });
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});

test('a text of joiners and nothing else is shown in a moment', () => {
  const began = performance.now();
  const text = `${'\u200d'.repeat(100_000)}end`;
  expect(visibleParagraphs(text, 262_144)).toBe(text);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(visibleParagraphs(text, 5_000)).toBe('');
});
