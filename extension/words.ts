import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure as Texts } from '../.wxt/i18n/structure.d.ts';

/**
 * A text of `locales/` in the language of the browser: `t('popup.progress', { done: 5, of: 8 })`. The compiler checks keys
 * and the names of values against `locales/en.json`.
 */
export function t<Key extends TextKey>(key: Key, ...values: Values<Key>): string {
  const [named] = values;
  const text = textOf(key);
  if (!named) return text;
  const known: Record<string, string | number | undefined> = named;
  return text.replaceAll(placeOfValue, (place, name: string) => String(known[name] ?? place));
}

/** The browser looks a text up each time, and the rows of a long list share a dozen. */
function textOf(key: TextKey): string {
  const known = texts.get(key);
  if (known) return known;
  const text = i18n.t(key);
  texts.set(key, text);
  return text;
}

const i18n = createI18n();
const texts = new Map<TextKey, string>();
const placeOfValue = /\{(\w+)\}/g;

/** The language that the texts are in: English wherever there are none in the browser's own. */
export const language = t('language');

/** A number as that language writes it. */
export function inDigits(count: number): string {
  return numbers.format(count);
}

/**
 * A text that depends on a number, its `{count}`, by the plural rules of the language (Unicode CLDR): each category is a
 * key of its own below `key`. WXT's own plurals know one and many alone; Russian has a third.
 */
export function counted(key: CountedKey, count: number): string {
  // The compiler knows the keys of English, which has two of the six categories.
  const category = plurals.select(count) as 'other';
  return t(`${key}.${category}`, { count: inDigits(count) });
}

const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

export type TextKey = keyof Texts;
type Values<Key extends TextKey> = Texts[Key] extends {
  namedSubstitutions: readonly (infer Name extends string)[];
}
  ? [values: Record<Name, string | number>]
  : [];
/** Each key that has an `other` below it. */
type CountedKey<Key = TextKey> = Key extends `${infer Stem}.other` ? Stem : never;
