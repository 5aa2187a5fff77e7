import { letterFields } from '../../../shared/condition/fields.ts';
import type { Condition } from '../../../shared/condition.ts';
import { type LetterDirection, letterDirections } from '../../../shared/letter.ts';
import { UsageError } from '../usage-error.ts';
import { conditionOfList, listOptions, ownZone } from './list-options.ts';

/** Which letters. */
export const letterOptions = {
  ...listOptions,
  incoming: { type: 'boolean', default: false },
  outgoing: { type: 'boolean', default: false },
} as const;

interface LetterValues {
  incoming: boolean;
  outgoing: boolean;
  where?: string | undefined;
  since?: string | undefined;
  account?: string | undefined;
}

/** What was asked of letters. */
export interface LettersWanted {
  /** Both when none was named. */
  directions: readonly LetterDirection[];
  condition: Condition;
  zone: string;
}

/** Throws UsageError. */
export function lettersWanted(values: LetterValues, nowMs: number): LettersWanted {
  if (values.incoming && values.outgoing)
    throw new UsageError('--incoming and --outgoing: give one, or none for both.');
  const named = letterDirections.filter((direction) => values[direction]);
  return {
    directions: named.length > 0 ? named : letterDirections,
    condition: conditionOfList(values, letterFields, nowMs),
    zone: ownZone(),
  };
}
