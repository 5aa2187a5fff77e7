import * as z from 'zod/mini';
import { LetterCondition } from './condition.ts';
import { LetterDirection, type LetterRecord } from './letter.ts';
import { type RecordCursor, Zone, pageAsked, timeSorts } from './record-query.ts';

/** The place of a letter in its list: to go on behind it, or back from it. Letters have no ranks. */
export function letterCursor({ id }: Pick<LetterRecord, 'id'>): RecordCursor {
  return `0.${id}`;
}

/** Which letters, and where the person is. */
export const lettersAsked = { direction: LetterDirection, condition: LetterCondition, zone: Zone };
const LettersAsked = z.strictObject(lettersAsked);
export type LettersAsked = z.infer<typeof LettersAsked>;

export const LettersPageAsked = z.strictObject({
  ...lettersAsked,
  sort: z.optional(z.enum(timeSorts)),
  ...pageAsked,
});
