import { expect, test } from 'vitest';
import { isolated } from '../../extension/isolated.ts';
import { addressPieces } from '../../extension/records/address-pieces.ts';

test('what runs from right to left is kept apart within a sentence, and nothing else is', () => {
  for (const text of ['', 'Sales outbox', 'Продажи 5', '営業', '📬']) expect(isolated(text)).toBe(text);
  for (const text of ['שלום 5', 'Sales مبيعات', 'ﷺ', '𞤀𞤁'])
    expect(isolated(text)).toBe(`\u2068${text}\u2069`);
});

test('addresses are taken apart into names, addresses and what stands between them', () => {
  const text = '"כהן, שרה" <sara@acme.example>, דוד לוי <דוד@acme.example>,eve@acme.example';
  expect(addressPieces(text)).toEqual([
    '"כהן, שרה"',
    ' ',
    '<sara@acme.example>',
    ',',
    ' ',
    'דוד לוי',
    ' ',
    '<דוד@acme.example>',
    ',',
    'eve@acme.example',
  ]);
});

test('no hostile text is lost, or takes long', () => {
  for (const piece of ['"', '\\"', '<', '<"', 'א ', ', "א']) {
    const text = piece.repeat(8_192 / piece.length);
    const begun = performance.now();
    expect(addressPieces(text).join('')).toBe(text);
    expect(performance.now() - begun).toBeLessThan(250);
  }
});
