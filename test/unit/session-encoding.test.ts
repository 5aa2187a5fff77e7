import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../shared/session/base64url.ts';
import { isExtensionOrigin } from '../../shared/session/extension-origin.ts';
import { generateIdentityFile, readIdentity, sign, verifySignature } from '../../shared/session/identity.ts';
import { lengthPrefixed } from '../../shared/session/length-prefixed.ts';
import { makePairingCode, readPairingCode, showPairingCode } from '../../shared/session/pairing-code.ts';
import { SessionFailure, sessionFailureKinds } from '../../shared/session/session-failure.ts';
import { sourceFiles, sourceText } from '../import-graph.ts';
import { failureOf } from './session-ends.ts';
import { lp } from './session-reference.ts';

describe('length-prefixed parts', () => {
  test('a known value', () => {
    expect(Buffer.from(lengthPrefixed('ab', 47600, new Uint8Array([0, 255]), '')).toString('hex')).toBe(
      '0000000261620000000534373630300000000200ff00000000',
    );
  });

  test('are those of the reference, and two lists never give the same bytes', () => {
    const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeNat(), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(Buffer.from(lengthPrefixed(...parts))).toEqual(lp(...parts));
      }),
    );
    const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const same = Buffer.from(lengthPrefixed(...one)).equals(lengthPrefixed(...other));
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test('half a character, a fraction and a negative number have no bytes', () => {
    expect(() => lengthPrefixed('\ud800')).toThrow(TypeError);
    expect(() => lengthPrefixed(1.5)).toThrow(RangeError);
    expect(() => lengthPrefixed(-1)).toThrow(RangeError);
    expect(() => lengthPrefixed(2 ** 53)).toThrow(RangeError);
  });
});

describe('base64url', () => {
  test('is that of Node, and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test('has one spelling for each value', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwZaz09-_+/= \n.é😀'), maxLength: 12 }), (text) => {
        const bytes = fromBase64url(text);
        if (bytes) expect(toBase64url(bytes)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    expect(['A', 'AB', 'AAB', 'AA==', 'AA ', 'A+', 'AAAAA'].filter((text) => fromBase64url(text))).toEqual(
      [],
    );
  });
});

describe('a pairing code', () => {
  test('has 16 characters of Crockford’s alphabet, each as likely as another at each place', () => {
    const count = 6400;
    const codes = Array.from({ length: count }, makePairingCode);
    expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{16}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(count);
    for (let place = 0; place < 16; place++) {
      const counts = new Map<string, number>();
      for (const code of codes) counts.set(code[place] ?? '', (counts.get(code[place] ?? '') ?? 0) + 1);
      expect(counts.size).toBe(32);
      // Chi-squared with 31 degrees of freedom: above 100 once in 10^8 places.
      const expected = count / 32;
      const chi = [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      expect(chi).toBeLessThan(100);
    }
  });

  test('is shown in groups of four and read as people type', () => {
    expect(showPairingCode('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF');
    fc.assert(
      fc.property(fc.constant(null).map(makePairingCode), (code) => {
        expect(readPairingCode(showPairingCode(code))).toBe(code);
        const typed = showPairingCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readPairingCode(` ${typed.replaceAll('-', ' – ')}\n`)).toBe(code);
      }),
    );
    expect(readPairingCode('oOiI-lL00-0000-0000')).toBe('0011110000000000');
  });

  test.each(['', '0123-4567-89AB-CDE', '0123-4567-89AB-CDEFG', '0123-4567-89AB-CDEU', '0123-4567-89AB-CDÉF'])(
    '%j is none',
    (typed) => expect(readPairingCode(typed)).toBeUndefined(),
  );
});

describe('an identity', () => {
  test('is read back from its file and signs as before; no key can be exported', async () => {
    const { identity, text } = await generateIdentityFile();
    const again = await readIdentity(text);
    expect(again.publicKey).toEqual(identity.publicKey);
    const signature = await sign(again, 'label', 1);
    expect(signature).toHaveLength(64);
    expect(await verifySignature(identity.publicKey, signature, 'label', 1)).toBe(true);
    expect(await verifySignature(identity.publicKey, signature, 'label', 2)).toBe(false);
    expect([identity, again].map(({ privateKey }) => privateKey.extractable)).toEqual([false, false]);
  });

  test.each(['', '{}', 'null', '[]', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}'])(
    'is not %j',
    async (text) => expect(await failureOf(readIdentity(text))).toBe('malformed'),
  );

  test('of another key pair is refused', async () => {
    const [one, two] = await Promise.all([generateIdentityFile(), generateIdentityFile()]);
    const { d } = JSON.parse(two.text) as { d: string };
    expect(await failureOf(readIdentity(JSON.stringify({ ...JSON.parse(one.text), d })))).toBe('malformed');
  });

  test('a key that is no point of the curve verifies nothing', async () => {
    const { identity } = await generateIdentityFile();
    const signature = await sign(identity, 'label');
    const offCurve = new Uint8Array(65).fill(1).fill(4, 0, 1);
    expect(await verifySignature(offCurve, signature, 'label')).toBe(false);
  });
});

test('only extensions have the origin of an extension', () => {
  const chrome = `chrome-extension://${'ap'.repeat(16)}`;
  const firefox = 'moz-extension://11111111-2222-4333-8444-5555555555ff';
  expect([chrome, firefox].filter(isExtensionOrigin)).toEqual([chrome, firefox]);
  const others = ['', 'null', 'http://127.0.0.1:47600', `${chrome}/`, `${chrome}\n`, ` ${firefox}`];
  expect(
    [...others, chrome.toUpperCase(), `${chrome}q`, `${chrome}, ${chrome}`].filter(isExtensionOrigin),
  ).toEqual([]);
});

test('every failure has a status unless the client finds it', () => {
  const failures = sessionFailureKinds.map((kind) => new SessionFailure(kind));
  const clientsOwn = failures.filter(({ status }) => status === undefined).map(({ kind }) => kind);
  expect(clientsOwn).toEqual(['wrong_daemon', 'wrong_reply', 'cut_stream']);
  expect(
    failures.every(({ status }) => status === undefined || [400, 401, 403, 409, 429].includes(status)),
  ).toBe(true);
});

describe('the sources', () => {
  const sources = sourceFiles().filter((path) => path.startsWith('shared/session/'));

  test('know no wall clock and no weak random numbers', () => {
    const words = /\bDate\b|performance|Math\.random|setTimeout/;
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((path) => words.test(sourceText(path)))).toEqual([]);
  });

  test('alone touch keys', () => {
    const elsewhere = sourceFiles().filter((path) => /^(?:shared|daemon|extension)\//.test(path));
    const touching = elsewhere.filter((path) => /\bsubtle\b/.test(sourceText(path)));
    expect(touching.filter((path) => !sources.includes(path))).toEqual([]);
  });
});
