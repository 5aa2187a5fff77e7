import type { ConditionPart } from '../records/condition-parts.ts';

/** The test whose records alone are asked for; its exchange can be read as one. */
export function onlyTest(parts: readonly ConditionPart[]): string | undefined {
  const [part] = parts;
  if (!part || 'rules' in part || parts.length > 1) return undefined;
  return part.field === 'testId' && part.operator === 'is' && typeof part.value === 'string'
    ? part.value
    : undefined;
}
