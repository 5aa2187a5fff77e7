import type { Explain } from '../shared/explanation/explainer.ts';
import { languageOf } from '../shared/language.ts';
import { language } from './words.ts';

/** Explains causes in the language of this page. A page loads these words, many and seldom needed, in one language alone. */
export const { explain }: { explain: Explain } =
  languageOf(language) === 'ru'
    ? await import('../shared/explanation/in-russian.ts')
    : await import('../shared/explanation.ts');
