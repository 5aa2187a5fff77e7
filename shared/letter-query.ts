import * as z from 'zod/mini';
import { LetterCondition } from './condition.ts';
import { LetterDirection } from './letter.ts';
import { Zone, pageAsked, timeSorts } from './record-query.ts';

/** Which letters, and where the person is. */
export const lettersAsked = { direction: LetterDirection, condition: LetterCondition, zone: Zone };
const LettersAsked = z.strictObject(lettersAsked);
export type LettersAsked = z.infer<typeof LettersAsked>;

export const LettersPageAsked = z.strictObject({
  ...lettersAsked,
  sort: z.optional(z.enum(timeSorts)),
  ...pageAsked,
});
