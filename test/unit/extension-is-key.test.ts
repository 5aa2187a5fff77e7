import { expect, it } from 'vitest';
import { isKey } from '../../extension/frame/is-key.ts';

it('knows a letter by its key where the layout has no Latin letters, and with Caps Lock', () => {
  expect(isKey({ key: 's', code: 'KeyS' }, 's')).toBe(true);
  expect(isKey({ key: 'S', code: 'KeyS' }, 's')).toBe(true);
  expect(isKey({ key: 'ы', code: 'KeyS' }, 's')).toBe(true);
  expect(isKey({ key: 'в', code: 'KeyD' }, 's')).toBe(false);
});

it('goes by the letter where the layout has it elsewhere, as Dvorak has', () => {
  expect(isKey({ key: 's', code: 'Semicolon' }, 's')).toBe(true);
  expect(isKey({ key: 'o', code: 'KeyS' }, 's')).toBe(false);
});
