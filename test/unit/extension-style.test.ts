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

test.each(sheets)('%s spaces by the tokens, or by steps of 4 px', (sheet) => {
  const raw = declarations(sheet).filter(({ property, value }) => rawSpace(property, value));
  expect(raw).toEqual([]);
});

test.each([
  ['padding', '6px var(--step-2)', true],
  ['margin-top', '25px', true],
  ['gap', '0.5em', true],
  ['margin', '0 auto var(--step-2)', false],
  ['padding-inline', 'calc(var(--step-4) - 3px) 16px', false],
  ['margin-left', 'calc(-1 * var(--step-2))', false],
  ['row-gap', '-4px', false],
  ['padding', '2px 0', false],
  ['width', '7px', false],
])('%s: %s is a raw space: %s', (property, value, isRaw) => {
  expect(rawSpace(property, value)).toBe(isRaw);
});

test('nothing moves for whoever asked for that', () => {
  const [still = ''] =
    /@media \(prefers-reduced-motion: reduce\) \{[\s\S]*?\n\}/.exec(read('tokens.css')) ?? [];
  expect(still).toMatch(/\*,\s*::before,\s*::after \{/);
  expect(still).toContain('animation-duration: 0s !important');
  expect(still).toContain('animation-iteration-count: 1 !important');
  expect(still).toContain('transition: none !important');
});

test.each(sheets)('%s moves nothing that this rule does not stop', (sheet) => {
  const moving = rules(sheet).filter(({ body }) =>
    /(?:^|[;\s])(?:transition|animation)(?:-[a-z]+)?:/.test(body),
  );
  expect(moving.filter(({ body }) => body.includes('!important'))).toEqual([]);
  // The parts of native elements, which a star does not reach, have a rule of their own.
  const parts = moving.filter(({ selector }) => /::(?!before|after)/.test(selector));
  const still = parts
    .filter(({ body }) => /^\s*transition: none;\s*$/.test(body))
    .map(({ selector }) => selector);
  expect(parts.filter(({ selector }) => !still.includes(selector))).toEqual([]);
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

/** A padding, margin or gap off the scale of the tokens; what tokens.css says of less than a step, and what is reckoned, is none. */
function rawSpace(property: string, value: string): boolean {
  if (!/^(?:padding|margin|(?:row-|column-)?gap)(?:-|$)/.test(property)) return false;
  const reckoned = value
    .replaceAll(/var\([^)]*\)/g, 'token')
    .replaceAll(/calc\([^()]*token[^()]*\)|max\([^()]*\)/g, 'token');
  const parts = reckoned.split(/\s+/);
  return parts.some((part) => {
    const [, number, unit] = /^-?([\d.]+)(\D*)$/.exec(part) ?? [];
    if (number === undefined) return false;
    return Number(number) !== 0 && !(unit === 'px' && (/^[123]$/.test(number) || Number(number) % 4 === 0));
  });
}

/** Rules without what stands around them, such as a media query. */
function rules(sheet: string): { selector: string; body: string }[] {
  const found = read(sheet).matchAll(/([^{};]+)\{([^{}]*)\}/g);
  return [...found].map(([, selector = '', body = '']) => ({ selector: selector.trim(), body }));
}

function declarations(sheet: string): { property: string; value: string }[] {
  const found = read(sheet).matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g);
  return [...found].map(([, property = '', value = '']) => ({ property, value }));
}

function read(sheet: string): string {
  return readFileSync(new URL(sheet, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}
