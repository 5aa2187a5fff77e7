import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../extension/locales/', import.meta.url));

/** Every language that the pages have a file for, English first. */
export const languages = [
  'en',
  ...globSync('*.json', { cwd: folder })
    .map((file) => basename(file, '.json'))
    .filter((language) => language !== 'en')
    .toSorted(),
];

/** The file of a language. */
export function localeFile(language: string): string {
  return `${folder}${language}.json`;
}

/** All texts of a language by their keys, such as `popup.testAll`. */
export function localeTexts(language: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(localeFile(language), 'utf8')), ''));
}

/** The counted texts, by the part of their keys that `counted` is called with. */
export function countedStems(texts: ReadonlyMap<string, string>): string[] {
  return [...texts.keys()].filter((key) => key.endsWith('.other')).map((key) => key.slice(0, -6));
}

/** The plural categories of a language, each a key below a counted text. */
export function pluralCategories(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The names of the values that a text takes. */
export function valuesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
}

function flat(value: unknown, key: string): [key: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[key, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => flat(part, key ? `${key}.${name}` : name));
}
