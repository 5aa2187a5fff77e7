import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { facts } from '../../daemon/cli/report/facts.ts';
import { ageOf, localMoment } from '../../daemon/cli/report/moment.ts';
import { table } from '../../daemon/cli/report/table.ts';

test('columns are as wide as what stands in them, and lines end where their text ends', () => {
  const text = table(
    ['ID', 'NAME'],
    [
      ['1', 'Öffice'],
      ['1234', 'x'],
    ],
    new PassThrough(),
  );
  expect(text).toBe('ID    NAME\n1     Öffice\n1234  x\n');
});

test("a cell's control characters come out as text, and a long one is cut", () => {
  const text = table(
    ['NAME', 'END'],
    [
      ['a\x1b[2J\nb', '|'],
      ['x'.repeat(500), '|'],
    ],
    new PassThrough(),
  );
  expect(text).toContain(String.raw`a\x1b[2J\x0ab`);
  expect(text).not.toContain('\x1b');
  expect(text.split('\n')).toHaveLength(4);
  for (const line of text.split('\n')) expect(line.length).toBeLessThan(80);
});

test('facts stand below each other', () => {
  const text = facts(
    [
      ['Name', 'Office'],
      ['Last test', '\x07never'],
    ],
    new PassThrough(),
  );
  expect(text).toBe('Name       Office\nLast test  \\x07never\n');
});

test.each([
  ['2026-01-31T09:05:07.000Z', 'just now'],
  ['2026-01-31T09:00:07.000Z', '5 min ago'],
  ['2026-01-31T06:05:00.000Z', '3 h ago'],
  ['2026-01-30T09:05:00.000Z', '1 day ago'],
  ['2025-01-31T09:05:00.000Z', '365 days ago'],
  ['2027-01-01T00:00:00.000Z', 'just now'],
])('%s was %s', (iso, age) => {
  expect(ageOf(iso, new Date('2026-01-31T09:05:10.000Z'))).toBe(age);
});

test('a moment is shown as the clock on the wall', () => {
  const at = new Date(2026, 0, 31, 9, 5, 7);
  expect(localMoment(at.toISOString())).toBe('2026-01-31 09:05:07');
});
