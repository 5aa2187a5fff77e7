import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../extension/style/', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'tokens.css');

test('there are style sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(15);
});

test.each(sheets)('%s takes its colours and sizes of text from the tokens', (sheet) => {
  const raw = declarations(sheet).filter(
    ({ property, value }) => rawColour(value) || rawText(property, value),
  );
  expect(raw).toEqual([]);
});

test.each(sheets)('%s uses only tokens that there are', (sheet) => {
  const known = new Set(read('tokens.css').match(/--[a-z\d-]+(?=:)/g));
  const own = new Set(read(sheet).match(/--[a-z\d-]+(?=:)/g));
  const used = [...read(sheet).matchAll(/var\((--[a-z\d-]+)/g)].map(([, name = '']) => name);
  expect(used.filter((name) => !known.has(name) && !own.has(name) && name !== '--above')).toEqual([]);
});

test.each([
  ['color', '#fff', true],
  ['background', 'rgb(0 0 0 / 40%)', true],
  ['border', '1px solid black', true],
  ['background', 'color-mix(in srgb, var(--bad), var(--surface) 93%)', false],
  ['border-color', 'transparent', false],
  ['font-size', '13px', true],
  ['font', 'var(--weight-normal) 13px / 1.4 var(--face)', true],
  ['font-size', '0.925em', false],
  ['white-space', 'nowrap', false],
])('%s: %s is raw: %s', (property, value, isRaw) => {
  expect(rawColour(value) || rawText(property, value)).toBe(isRaw);
});

/** A colour by its own value or name; those that stand for another colour are none. */
function rawColour(value: string): boolean {
  return /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|light-dark)a?\(|(?<![\w-])(?:white|black|gr[ae]y|red|green|blue|yellow|orange)(?![\w-])/i.test(
    value.replaceAll(/var\([^)]*\)/g, ''),
  );
}

/** A size of text in pixels; one relative to the text around it is none. */
function rawText(property: string, value: string): boolean {
  return /^font(?:-size)?$/.test(property) && /\d(?:px|pt|rem)\b/.test(value);
}

function declarations(sheet: string): { property: string; value: string }[] {
  const found = read(sheet).matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g);
  return [...found].map(([, property = '', value = '']) => ({ property, value }));
}

function read(sheet: string): string {
  return readFileSync(new URL(sheet, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}
