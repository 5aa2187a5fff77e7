import { expect, test } from 'vitest';
import { letterText } from '../../daemon/cli/report/letter-text.ts';
import { resetsText } from '../../daemon/cli/report/resets-text.ts';
import { outgoingLetter } from '../letters/examples.ts';

const out = { write: () => true, isTTY: false } as unknown as Parameters<typeof letterText>[1];

test('a letter whose text was not reached does not look like one without a text', () => {
  const letter = { id: '157425284611357796', ...outgoingLetter({ text: '' }) };
  expect(letterText({ ...letter, textCut: true }, out)).toContain('No text was found in the beginning');
  expect(letterText(letter, out)).not.toContain('No text was found');
});

test('a default that was cleared says what follows from it', () => {
  expect(resetsText(['default.email.account.send'])).toBe(
    'The property default.email.account.send named this account. It is empty now: letters without an account have none.\n',
  );
});
