import type { ConditionField } from '../../shared/condition/fields.ts';
import { wordsOfCondition } from '../../shared/condition/words-of-condition.ts';
import type { Condition, ConditionRule } from '../../shared/condition.ts';

/** What is joined by "and" at the top: each is a crumb, and narrows down what the ones before leave. */
export type ConditionPart = ConditionRule | Condition;

/** The parts of a condition; of one that is not joined by "and" there is one, the whole. */
export function partsOf(condition: Condition): readonly ConditionPart[] {
  if (condition.rules.length === 0) return [];
  return condition.combinator === 'and' && !condition.not ? condition.rules : [condition];
}

/** In words, all of these parts; empty for none. */
export function whereOfParts(parts: readonly ConditionPart[]): string {
  const [only] = parts;
  if (only && 'rules' in only && parts.length === 1) return wordsOfCondition(only);
  return wordsOfCondition({ combinator: 'and', rules: [...parts] });
}

/** In words, without what comes after this part. */
export function whereUpTo(parts: readonly ConditionPart[], at: number): string {
  return whereOfParts(parts.slice(0, at + 1));
}

/** In words, without this part. */
export function whereWithout(parts: readonly ConditionPart[], at: number): string {
  return whereOfParts(parts.toSpliced(at, 1));
}

/** In words, with one more question, unless it is asked already. */
export function whereWith(parts: readonly ConditionPart[], rule: ConditionRule): string {
  const words = (part: ConditionPart) => whereOfParts([part]);
  return parts.some((part) => words(part) === words(rule))
    ? whereOfParts(parts)
    : whereOfParts([...parts, rule]);
}

/** What the search field holds: the first part that says what this field contains. */
export function searchOf(parts: readonly ConditionPart[], field: ConditionField): string {
  const value = parts.find((part) => isSearch(part, field))?.value;
  return typeof value === 'string' ? value : '';
}

/** In words, with the search field changed to this; in its place where there was one. */
export function whereWithSearch(
  parts: readonly ConditionPart[],
  field: ConditionField,
  text: string,
): string {
  const at = parts.findIndex((part) => isSearch(part, field));
  const rule: ConditionRule[] = text ? [{ field, operator: 'contains', value: text }] : [];
  return whereOfParts(at < 0 ? [...parts, ...rule] : parts.toSpliced(at, 1, ...rule));
}

function isSearch(part: ConditionPart, field: ConditionField): part is ConditionRule {
  return !('rules' in part) && part.field === field && part.operator === 'contains';
}
