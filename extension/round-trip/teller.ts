import { languageOf } from '../../shared/language.ts';
import type { TripTeller } from '../../shared/round-trip-words/trip-teller.ts';
import { language } from '../words.ts';

/** Tells round trips in the language of this page, which loads these words in one language alone. */
export const { teller }: { teller: TripTeller } =
  languageOf(language) === 'ru'
    ? await import('../../shared/round-trip-words/teller-in-russian.ts')
    : await import('../../shared/round-trip-words.ts');
