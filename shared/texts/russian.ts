import type { Texts } from '../texts.ts';
import { conditionTexts } from './ru/conditions.ts';
import { evidenceTexts } from './ru/evidence.ts';
import { letterReasonTexts } from './ru/letter-reasons.ts';
import { letterTexts } from './ru/letters.ts';
import { propertyTexts } from './ru/properties.ts';
import { rules } from './ru/rules.ts';
import { titles } from './ru/titles.ts';
import { troubles } from './ru/troubles.ts';
import { warningTexts } from './ru/warnings.ts';

/** All short texts in Russian. */
export const russian: Texts = {
  titles,
  rules,
  properties: propertyTexts,
  troubles,
  conditions: conditionTexts,
  evidence: evidenceTexts,
  warnings: warningTexts,
  letters: letterTexts,
  letterReasons: letterReasonTexts,
};
