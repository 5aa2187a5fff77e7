import { expect, test } from 'vitest';
import { shownSearch } from '../../extension/frame/shown-search.ts';

test('a search that found nothing is quoted in a sentence, however long or strange it was', () => {
  expect(shownSearch('  Sales 😀 ')).toBe('Sales 😀');
  expect(shownSearch('x'.repeat(10_000))).toBe(`${'x'.repeat(59)}…`);
  expect(shownSearch('\u202Egpj.exe')).toBe(String.raw`\u202egpj.exe`);
});
