import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Scrubber } from '../../daemon/probe/redaction/scrubber.ts';
import { Secret } from '../../daemon/secret.ts';
import { encoders, survivor } from './redaction-encoders.ts';

const password = fc
  .string({
    unit: fc.oneof(
      { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(...'"\\&%=\'<>+/ äößéЖИ漢😀', 'e\u0301') },
    ),
    minLength: 4,
    maxLength: 40,
  })
  // Of blanks and quotes alone nobody can tell the secret from the layout of the text around it.
  .filter((text) => Array.from(text.replace(/[\s"']/g, '')).length >= 4);

/** How one server tells one secret: the form, what is left of it, where it is cut, and what stands before each part. */
const echo = fc.record({
  form: fc.constantFrom(...Object.keys(encoders)),
  letters: fc.constantFrom('as they are', 'small', 'capital'),
  cut: fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
  ),
  breaks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  between: fc.constantFrom(
    '\r\n',
    '\n',
    '\r\n535-5.7.8 ',
    '\r\n535 5.7.8 ',
    '\r\n535-',
    '\r\n* NO ',
    '\r\n-ERR ',
    '\r\n  ',
    ' \r\n',
  ),
  before: fc.constantFrom('', '535 5.7.8 ', '535 5.7.8 bad password <', 'A1 NO [ALERT] wrong: ', '-ERR '),
  after: fc.constantFrom('', '>', ' was wrong', '\r\n', '"', '\r\n535 5.7.8 bye'),
});

it('lets no fragment of 8 characters of any form through, in 10,000 transcripts', () => {
  let transcripts = 0;
  fc.assert(
    fc.property(password, fc.array(echo, { minLength: 20, maxLength: 20 }), (value, echoes) => {
      const scrubber = new Scrubber([new Secret(value)]);
      for (const { form, letters, cut, breaks, between, before, after } of echoes) {
        const encoded = inLetters(encoders[form]?.(value) ?? '', letters);
        const [from, to] = [Math.min(cut[0], cut[1]), Math.max(cut[0], cut[1])].map((part) =>
          Math.floor(part * encoded.length),
        );
        const told = cut[2] ? encoded : encoded.slice(from, to);
        const text = before + broken(told, breaks, between) + after;
        transcripts += 1;
        const lines = text.split('\n');
        for (const scrubbed of [
          scrubber.scrub(text),
          scrubber.scrubLines(lines).join('\n'),
          lines.map(scrubber.lineByLine()).join('\n'),
        ]) {
          for (const read of [scrubbed, scrubbed.replaceAll(between, '')]) {
            expect(
              told.length < 8 ? undefined : survivor(told, read),
              JSON.stringify({ value, form, text }),
            ).toBeUndefined();
          }
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(transcripts).toBeGreaterThanOrEqual(10_000);
}, 30_000);

function inLetters(text: string, letters: string): string {
  if (letters === 'small') return text.toLowerCase();
  return letters === 'capital' ? text.toUpperCase() : text;
}

function broken(text: string, breaks: number[], between: string): string {
  return breaks
    .map((part) => Math.floor(part * text.length))
    .toSorted((one, other) => other - one)
    .reduce((rest, at) => rest.slice(0, at) + between + rest.slice(at), text);
}
