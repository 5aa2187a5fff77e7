import { languageOf, speak } from '../shared/language.ts';
import { learn } from '../shared/texts.ts';
import { language } from './words.ts';

/** Makes shared/ say its sentences in the language of this page; another than English is loaded for it, and no third. */
export async function speakAsThePage(): Promise<void> {
  const own = languageOf(language) ?? 'en';
  if (own === 'ru') learn(own, (await import('../shared/texts/russian.ts')).russian);
  speak(own);
}
