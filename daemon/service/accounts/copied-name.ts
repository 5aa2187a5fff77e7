import type { Language } from '../../../shared/language.ts';
import { texts } from '../texts.ts';

const longest = 128;

/** The name of a copy in the language of whoever makes it, cut to what a name may be. */
export function copiedName(name: string, language: Language): string {
  // A cut through a character would leave half of it.
  const { [language]: copy } = texts.copyOf(name);
  return copy
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
