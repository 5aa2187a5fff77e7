import type { Condition, ConditionRule } from '../condition.ts';
import type { Id } from '../id.ts';
import { type ConditionField, conditionFields } from './fields.ts';
import { folded } from './folded.ts';
import { type Here, type TimeSpan, timeSpan } from './time-span.ts';

/** One question that is answered with yes or no, every value ready to be compared. */
export type Leaf =
  | { ask: 'text'; field: ConditionField; how: 'is' | 'contains' | 'starts' | 'ends'; text: string }
  | { ask: 'choice'; field: ConditionField; of: readonly string[] }
  | { ask: 'id'; field: ConditionField; of: readonly Id[] }
  | { ask: 'absent'; field: ConditionField }
  /** A bound may be infinite. */
  | ({ ask: 'time'; field: ConditionField } & TimeSpan);

/** A condition as of one moment and place: `all` of none is true, `any` of none is false. */
export type ResolvedCondition =
  | Leaf
  | { ask: 'all'; of: readonly ResolvedCondition[] }
  | { ask: 'any'; of: readonly ResolvedCondition[] }
  | { ask: 'not'; of: ResolvedCondition };

/**
 * The condition with its dates as of now and its texts folded. A group without rules asks nothing and is left out, since
 * it stands there while somebody is still filling it in.
 */
export function resolvedCondition(condition: Condition, here: Here): ResolvedCondition {
  return groupOf(condition, here) ?? { ask: 'all', of: [] };
}

function groupOf({ combinator, not, rules }: Condition, here: Here): ResolvedCondition | undefined {
  const of = rules
    .map((rule) => ('rules' in rule ? groupOf(rule, here) : ruleOf(rule, here)))
    .filter((part) => part !== undefined);
  if (of.length === 0) return undefined;
  const group: ResolvedCondition = { ask: combinator === 'and' ? 'all' : 'any', of };
  return not ? { ask: 'not', of: group } : group;
}

function ruleOf({ field, operator, value }: ConditionRule, here: Here): ResolvedCondition {
  const values = typeof value === 'string' ? [value] : (value ?? []);
  const asked = positive(field, operator, values, here);
  return negative.has(operator) ? { ask: 'not', of: asked } : asked;
}

const negative: ReadonlySet<ConditionRule['operator']> = new Set([
  'isNot',
  'doesNotContain',
  'isNotOneOf',
  'isNotEmpty',
  'notOn',
]);

function positive(
  field: ConditionField,
  operator: ConditionRule['operator'],
  values: string[],
  here: Here,
): ResolvedCondition {
  const { type, choices = [] } = conditionFields[field];
  switch (type) {
    case 'time':
      return timeLeaf(field, operator, values, here);
    case 'choice':
      return { ask: 'choice', field, of: values };
    case 'rank':
      return { ask: 'choice', field, of: ranksOf(operator, values, choices) };
    case 'text':
      return textLeaf(field, operator, values.map(folded));
    case 'reference':
      if (operator === 'isEmpty' || operator === 'isNotEmpty') return { ask: 'absent', field };
      return { ask: 'id', field, of: values };
  }
}

function ranksOf(
  operator: ConditionRule['operator'],
  values: readonly string[],
  ranks: readonly string[],
): readonly string[] {
  const at = Math.max(0, ranks.indexOf(values[0] ?? ''));
  if (operator === 'atLeast') return ranks.slice(at);
  if (operator === 'atMost') return ranks.slice(0, at + 1);
  return values;
}

function textLeaf(
  field: ConditionField,
  operator: ConditionRule['operator'],
  texts: string[],
): ResolvedCondition {
  const [text = ''] = texts;
  switch (operator) {
    case 'isOneOf':
      return { ask: 'any', of: texts.map((each) => ({ ask: 'text', field, how: 'is', text: each })) };
    case 'contains':
    case 'doesNotContain':
      return { ask: 'text', field, how: 'contains', text };
    case 'startsWith':
      return { ask: 'text', field, how: 'starts', text };
    case 'endsWith':
      return { ask: 'text', field, how: 'ends', text };
    default:
      // Also "is empty": there the text is empty.
      return { ask: 'text', field, how: 'is', text };
  }
}

/** A date covers a span: "before" ends where it begins, "after" begins where it ends. */
function timeLeaf(
  field: ConditionField,
  operator: ConditionRule['operator'],
  values: string[],
  here: Here,
): Leaf {
  const [first, last = first] = values.map((value) => timeSpan(value, here) ?? { from: 0, to: 0 });
  const { from, to } = first ?? { from: 0, to: 0 };
  switch (operator) {
    case 'before':
      return { ask: 'time', field, from: -Infinity, to: from };
    case 'atOrBefore':
      return { ask: 'time', field, from: -Infinity, to };
    case 'after':
      return { ask: 'time', field, from: to, to: Infinity };
    case 'atOrAfter':
      return { ask: 'time', field, from, to: Infinity };
    default:
      return { ask: 'time', field, from, to: last?.to ?? to };
  }
}
