import { conditionInWords } from '../../shared/condition/condition-in-words.ts';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { ConditionTrouble } from '../../shared/condition/condition-tokens.ts';
import type { Condition } from '../../shared/condition.ts';

/** What the words of an address ask, or where and why they cannot be read. */
export type AskedCondition =
  | { readonly condition: Condition; readonly trouble?: undefined }
  | { readonly condition?: undefined; readonly trouble: ConditionTrouble };

/** Asks for every record. */
const everything: Condition = { combinator: 'and', rules: [] };

/** Reads the words; none ask for everything. */
export function askedCondition(where: string, fields: readonly ConditionField[]): AskedCondition {
  if (where.trim() === '') return { condition: everything };
  try {
    return { condition: conditionInWords(where, fields) };
  } catch (error) {
    if (error instanceof ConditionTrouble) return { trouble: error };
    throw error;
  }
}
