import type { Cause } from './cause.ts';

/**
 * The causes that fit a search, the best first. Every word must occur somewhere; a code within the text,
 * as in a pasted line of a test, is meant alone.
 */
export function findCauses(causes: Cause[], search: string): Cause[] {
  const codes: string[] = search.toLowerCase().match(/[a-z\d]+(?:_[a-z\d]+)+/g) ?? [];
  const meant = causes.filter(({ kind }) => codes.includes(kind));
  if (meant.length > 0) return meant;
  const words = searchWords(search);
  return causes
    .map((cause) => ({ cause, weight: weigh(cause, words) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ cause }) => cause);
}

/** The words of a search as they are compared: lower case, no accents, no punctuation. */
export function searchWords(search: string): string[] {
  return fold(search).split(' ').filter(Boolean);
}

/** Sums up where the words stand: a title says more than a step. 0 when one of them is nowhere. */
function weigh({ kind, title, english, why, steps }: Cause, words: string[]): number {
  const places = [
    { text: fold(kind), weight: 6 },
    { text: fold(title), weight: 6 },
    { text: fold(english), weight: 6 },
    { text: fold(why), weight: 2 },
    { text: fold(steps.join(' ')), weight: 1 },
  ];
  let total = words.length === 0 ? 1 : 0;
  for (const word of words) {
    const weights = places.map(({ text, weight }) => weight * fitOf(word, text));
    const best = Math.max(...weights);
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

/** A whole word is worth most, its beginning less; the inside of a word counts from three letters on. */
function fitOf(word: string, text: string): number {
  const padded = ` ${text} `;
  if (padded.includes(` ${word} `)) return 3;
  if (padded.includes(` ${word}`)) return 2;
  if (padded.includes(` ${stemOf(word)}`)) return 1;
  return word.length > 2 && padded.includes(word) ? 1 : 0;
}

/** A longer Russian word without its ending: «пароля» is to find «пароль». The folding has made й an и, and ё an е. */
function stemOf(word: string): string {
  return word.replace(/^(\p{Script=Cyrillic}{4,}?)[аеиоуыэюявмхь]{1,3}$/u, '$1');
}

/** A text as it is compared: no accents, lower case, one blank for all that is neither letter nor digit. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
