import { type Language, spokenLanguage } from './language.ts';
import type { conditionTexts } from './texts/en/conditions.ts';
import type { evidenceTexts } from './texts/en/evidence.ts';
import type { letterReasonTexts } from './texts/en/letter-reasons.ts';
import type { letterTexts } from './texts/en/letters.ts';
import type { propertyTexts } from './texts/en/properties.ts';
import type { rules } from './texts/en/rules.ts';
import type { Titles } from './texts/en/titles.ts';
import type { troubles } from './texts/en/troubles.ts';
import type { WarningTexts } from './texts/en/warnings.ts';

/** All short texts of shared/ in one language. What English has, every other language must have. */
export interface Texts {
  titles: Titles;
  rules: typeof rules;
  properties: typeof propertyTexts;
  troubles: typeof troubles;
  conditions: typeof conditionTexts;
  evidence: typeof evidenceTexts;
  warnings: WarningTexts;
  letters: typeof letterTexts;
  letterReasons: typeof letterReasonTexts;
}

const learnt: Partial<Record<Language, Texts>> = {};

/** From now on this language can be spoken. A page loads no other than its own; English is always there. */
export function learn(language: Language, texts: Texts): void {
  learnt[language] = texts;
}

/** Gives the table of the language that is spoken at the moment of the call. */
export function textsOf<Name extends keyof Texts>(name: Name, english: Texts[Name]): () => Texts[Name] {
  return () => learnt[spokenLanguage()]?.[name] ?? english;
}
