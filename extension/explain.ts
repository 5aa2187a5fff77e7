import type { Explain } from '../shared/explanation/explainer.ts';
import { languageOf } from '../shared/language.ts';
import { language } from './words.ts';

let explainer: Explain | undefined;

/** Loads what explains causes, in the language of this page alone: these words are many and seldom needed. */
export async function loadExplain(): Promise<Explain> {
  explainer ??= (
    languageOf(language) === 'ru'
      ? await import('../shared/explanation/in-russian.ts')
      : await import('../shared/explanation.ts')
  ).explain;
  return explainer;
}
