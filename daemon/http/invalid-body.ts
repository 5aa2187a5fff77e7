import * as z from 'zod/mini';
import { spokenLanguage } from '../../shared/language.ts';
import { inEveryLanguage, type Sentence } from '../sentence.ts';
import { SaidRefused } from '../service/refuse.ts';
import { texts } from './texts.ts';

// What a rule without a sentence of its own says, wherever in a schema it stands.
z.config({ localeError: () => texts.wrongForm[spokenLanguage()] });

/**
 * Each rule that a body breaks, by the dotted path of its field. The sentences are the schema's own, asked for once in
 * each language, and repeat no value; a rule without one is of the kind that only a program breaks.
 */
export function invalidBody(schema: z.ZodMiniType, sent: unknown): SaidRefused {
  const { en, ru } = inEveryLanguage(() => z.safeParse(schema, sent).error?.issues ?? []);
  const fields: Record<string, Sentence> = {};
  for (const [at, issue] of en.entries()) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[[...issue.path, key].join('.')] ??= texts.noSuchField;
    } else {
      const { message } = issue;
      fields[issue.path.join('.')] ??= { en: message, ru: ru[at]?.message ?? message };
    }
  }
  const [only, ...more] = Object.values(fields);
  const message = only && more.length === 0 ? only : texts.manyFields(more.length + 1);
  return new SaidRefused({ kind: 'invalid', message, fields });
}
