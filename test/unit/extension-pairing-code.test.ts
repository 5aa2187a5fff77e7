import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeProgress } from '../../extension/companion/code-progress.ts';
import { makePairingCode, readPairingCode, showPairingCode } from '../../shared/session/pairing-code.ts';

test('blanks, hyphens and capitals are not counted against a code', () => {
  expect(codeProgress(' abcd–ef-12 ')).toEqual({ count: 8 });
});

test('a character that is in no code is named', () => {
  expect(codeProgress('ABU!')).toEqual({ count: 4, foreign: 'U' });
});

test('whatever is typed counts as complete exactly when it can be read as a code', () => {
  const code = fc.constant(0).map(() => showPairingCode(makePairingCode()));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), code), (typed) => {
      const { count, foreign } = codeProgress(typed);
      expect(count === 16 && foreign === undefined).toBe(readPairingCode(typed) !== undefined);
    }),
  );
});

test('a code is complete in every spelling that people give it', () => {
  const code = showPairingCode(makePairingCode());
  for (const typed of [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.replaceAll('0', 'o'),
  ])
    expect(codeProgress(typed)).toEqual({ count: 16 });
});
