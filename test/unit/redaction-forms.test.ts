import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allForms } from '../../daemon/probe/redaction/forms.ts';
import { Scrubber } from '../../daemon/probe/redaction/scrubber.ts';
import { Secret } from '../../daemon/secret.ts';
import { encoders, fragmentsOf, survivor } from '../fuzz/redaction-encoders.ts';

const chosen = [
  'Sommer2026!',
  'ä"&\\%=+x',
  'tab\t"and\t"quote',
  'password',
  'pa55',
  'p"a\\s&s%w=o\'r<d>',
  'x+y/z ~?>~?>ÿþ?',
  '100%sicher = "ja"',
  'Пароль-кириллица',
  'naïve Ünïcödé ßtraße',
  '密码是很长的一句话',
  '😀😁😂🤣😃',
  ' blanks at both ends ',
  'LOGIN PLAIN {5} QUIT',
  'A&B+C&-D+-E&AGE-F',
  'e\u0301te\u0301 2026',
  '535 5.7.8 secret',
  '\\u0041&amp;%41=41',
  'x'.repeat(128),
];
const generated = fc.sample(
  fc.string({
    unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom(...'"\\&%=\'<>+/äößé ЖИ漢😀')),
    minLength: 4,
    maxLength: 128,
  }),
  { numRuns: 183, seed: 20260101 },
);
const passwords = [...chosen, ...generated].filter((password) => Array.from(password).length >= 4);

describe('the forms of a secret', () => {
  const scrubbers = passwords.map((password): [string, Scrubber] => [
    password,
    new Scrubber([new Secret(password)]),
  ]);

  it.each(Object.entries(encoders))('finds %s whole within a reply', (_, encode) => {
    for (const [password, scrubber] of scrubbers) {
      const form = encode(password);
      for (const text of [form, `535 5.7.8 <${form}> was wrong`, form.toUpperCase(), form.toLowerCase()]) {
        const kept = survivor(form, scrubber.scrub(text));
        expect(kept, `${JSON.stringify(password)} as ${text}`).toBeUndefined();
      }
    }
  });

  it.each(Object.entries(encoders))('finds every fragment of 8 characters of %s', (_, encode) => {
    for (const [password, scrubber] of scrubbers.slice(0, 60)) {
      for (const part of fragmentsOf(encode(password))) {
        expect(scrubber.scrub(`the ${part}|`), JSON.stringify(password)).not.toContain(part);
      }
    }
  });

  it.each(allForms.map(({ name }) => name))('needs %s: without it something leaks', (name) => {
    const forms = allForms.filter((form) => form.name !== name);
    const leaks = chosen.some((password) => {
      const scrubber = new Scrubber([new Secret(password)], { forms });
      return Object.values(encoders).some((encode) =>
        fragmentsOf(encode(password)).some((part) => scrubber.scrub(`"${part}"`).includes(part)),
      );
    });
    expect(leaks).toBe(true);
  });
});
