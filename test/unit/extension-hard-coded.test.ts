import { describe, expect, it } from 'vitest';
import { hardCodedTexts } from '../hard-coded-texts.ts';
import { sourceFiles, sourceText } from '../import-graph.ts';
import { isNode, nodesOf, parsed, type SyntaxNode } from '../syntax-tree.ts';

/** The same in every language: keys of the keyboard, examples of what is typed. */
const anyLanguage = [
  'Ctrl+Enter',
  'Ctrl+S',
  'Enter ArrowRight ArrowLeft',
  'XXXX-XXXX-XXXX-XXXX',
  'ada@example.com',
  '.example.com',
  'pop',
];

const files = sourceFiles().filter((path) => /^extension\/.*\.tsx?$/.test(path));

it('no text of a page stands in its source', () => {
  const found = files.flatMap((path) =>
    hardCodedTexts(path, sourceText(path))
      .filter(({ text }) => !anyLanguage.includes(text))
      .map(({ line, text }) => `${path}:${line} ${JSON.stringify(text)}: put it into extension/locales/`),
  );
  expect(found).toEqual([]);
});

it('the pages as they are first painted say nothing but the name', () => {
  const pages = sourceFiles().filter((path) => /^extension\/.*\.html$/.test(path));
  const said = pages.flatMap((path) =>
    [...sourceText(path).matchAll(/>([^<>]*\p{L}[^<>]*)<|\b(?:alt|title|aria-label)="([^"]+)"/gu)]
      .map(([, text, attribute]) => text ?? attribute)
      .filter((text) => text !== 'Mailprobe'),
  );
  expect(pages).toHaveLength(2);
  expect(said).toEqual([]);
});

it('dates and numbers are written in the language of the texts', () => {
  const found = files.flatMap((path) =>
    [...nodesOf(parsed(path, sourceText(path)))]
      .filter(forgetsLanguage)
      .map(
        ({ start }) => `${path}:${sourceText(path).slice(0, start).split('\n').length}: name the language`,
      ),
  );
  expect(found).toEqual([]);
});

describe('a text in a source is seen', () => {
  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{on ? "yes" : `no`}</p>', ['yes', 'no']],
    ['<p>{count && `${count} accounts`}</p>', ['accounts']],
    ['<input placeholder="name" aria-label={open ? "Close" : t("open")} />', ['name', 'Close']],
    ['<Row {...{ title: "All rows" }} />', ['All rows']],
    ['document.title = "Log"', ['Log']],
    ['field.setAttribute("aria-label", "Log")', ['Log']],
    ['const words = ["One account fails"]', ['One account fails']],
    ['show(`There are ${count} of them`)', ['There are … of them']],
  ])('%s', (code, texts) => {
    expect(hardCodedTexts('page.tsx', code).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    '<p class="wide low">{t("popup.progress", { done, of })} · {name}</p>',
    '<a href={`#/log/${id}`} title={t("log.title")} aria-current={here ? "page" : undefined}>×</a>',
    'const group = { title: "mailboxes", words: t(`log.columns.${name}`) }',
    'if (state === "failed") run()',
  ])('but not in %s', (code) => {
    expect(hardCodedTexts('page.tsx', code)).toEqual([]);
  });
});

it.each([
  ['count.toLocaleString()', true],
  ['count.toLocaleString(language)', false],
  ['date.toLocaleDateString("en")', true],
  ['new Intl.DateTimeFormat("en", { timeZoneName: "short" })', true],
  ['new Intl.NumberFormat()', true],
  ['Intl.DateTimeFormat().format(date)', true],
  ['new Intl.NumberFormat(language)', false],
  ['new Intl.PluralRules(undefined)', true],
])('%s: forgets the language is %s', (code, forgets) => {
  expect([...nodesOf(parsed('page.ts', code))].some(forgetsLanguage)).toBe(forgets);
});

/** A date, number or plural in the language of the system, or in one fixed here. */
function forgetsLanguage(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const { object, property } = node['callee'] as { object?: SyntaxNode; property?: SyntaxNode };
  const name = String(property?.['name']);
  if (object?.['name'] !== 'Intl' && !/^toLocale(?:Date|Time)?String$/.test(name)) return false;
  const [first] = node['arguments'] as SyntaxNode[];
  return !isNode(first) || first.type === 'Literal' || first['name'] === 'undefined';
}
