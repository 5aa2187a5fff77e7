import * as z from 'zod/mini';
import { type ConditionField, type Operator, letterFields, logFields, valuesOf } from './condition/fields.ts';
import { ruleTrouble } from './condition/rule-trouble.ts';
import { conditionTexts as english } from './texts/en/conditions.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('conditions', english);

/** One question to one field. Operators that take no value have none. */
export interface ConditionRule {
  field: ConditionField;
  operator: Operator;
  /** A text, or a list of texts for "is one of" and "between". */
  value?: string | string[] | undefined;
}

/** Rules and groups joined by one word; the tree that react-querybuilder edits, without its own marks. */
export interface Condition {
  combinator: 'and' | 'or';
  not?: boolean | undefined;
  rules: (ConditionRule | Condition)[];
}

/** How large a condition may be; a list by itself has bounds of its own (`rule-trouble.ts`). */
export const conditionLimits = { deepest: 5, mostRules: 50, mostGroups: 50, mostValuesInAll: 500 } as const;
const { deepest, mostRules, mostGroups, mostValuesInAll } = conditionLimits;

/** What react-querybuilder puts beside its own; it means nothing here. */
const marks = {
  id: z.optional(z.string()),
  path: z.optional(z.array(z.number())),
  valueSource: z.optional(z.literal('value')),
};

/**
 * A condition on records that have these fields: at most 5 groups deep, 50 rules, 100 values in a list and 500 in all,
 * 1,000 characters a text.
 */
export function conditionOn(fields: readonly ConditionField[]): z.ZodMiniType<Condition, Condition> {
  const Rule = z.pipe(
    z
      .strictObject({
        ...marks,
        field: z.enum(fields),
        operator: z.string(),
        value: z.optional(z.unknown()),
      })
      .check((context) => {
        const { field, operator, value } = context.value;
        const trouble = ruleTrouble(field, operator, value);
        if (trouble)
          context.issues.push({
            code: 'custom',
            input: undefined,
            path: [trouble.at],
            message: trouble.sentence,
          });
      }),
    z.transform(({ field, operator, value }): ConditionRule => {
      const checked = operator as Operator;
      if (valuesOf(checked) === 'none') return { field, operator: checked };
      return { field, operator: checked, value: value as string | string[] };
    }),
  );

  const Group: z.ZodMiniType<Condition, Condition> = z.pipe(
    z.strictObject({
      ...marks,
      combinator: z.enum(['and', 'or']),
      not: z.optional(z.boolean()),
      rules: z.array(z.lazy(() => RuleOrGroup)),
    }),
    z.transform(({ combinator, not, rules }): Condition =>
      not ? { combinator, not, rules } : { combinator, rules },
    ),
  );

  // Each by its own schema, so that a trouble is told where it is; a union would tell only that nothing fits.
  const RuleOrGroup: z.ZodMiniType<ConditionRule | Condition, ConditionRule | Condition> = z.pipe(
    z.custom<ConditionRule | Condition>(() => true),
    z.transform((value, context) => {
      const parsed = isGroup(value) ? Group.safeParse(value) : Rule.safeParse(value);
      if (parsed.success) return parsed.data;
      for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: undefined });
      return z.NEVER;
    }),
  );

  return z.pipe(
    // Measured before anything descends into it.
    z.custom<Condition>((value) => isBounded(value), {
      error: () => texts().tooLarge(mostRules, deepest, mostValuesInAll),
    }),
    Group,
  );
}

/** A condition on records of the Main Log. */
export const LogCondition = conditionOn(logFields);

/** A condition on letters. */
export const LetterCondition = conditionOn(letterFields);

function isBounded(value: unknown): boolean {
  const waiting: { node: unknown; depth: number }[] = [{ node: value, depth: 1 }];
  let rules = 0;
  let groups = 0;
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (isGroup(node)) {
      groups += 1;
      if (depth > deepest || groups > mostGroups || node.rules.length > mostRules) return false;
      for (const part of node.rules) waiting.push({ node: part, depth: depth + 1 });
    } else {
      rules += 1;
      values += valueCount(node);
      if (rules > mostRules || values > mostValuesInAll) return false;
    }
  }
  return true;
}

function isGroup(value: unknown): value is { rules: unknown[] } {
  return typeof value === 'object' && value !== null && 'rules' in value && Array.isArray(value.rules);
}

function valueCount(rule: unknown): number {
  if (typeof rule !== 'object' || rule === null || !('value' in rule)) return 0;
  return Array.isArray(rule.value) ? rule.value.length : 1;
}
