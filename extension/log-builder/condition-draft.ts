import type { RuleGroupType, RuleType } from 'react-querybuilder';
import type { ConditionField } from '../../shared/condition/fields.ts';
import { type Condition, conditionOn } from '../../shared/condition.ts';

/** A condition while somebody edits it: its rules may be unfinished, and each part has an id. */
export type Draft = RuleGroupType;
export type DraftPart = RuleGroupType | RuleType;

/** A draft of this condition, with an id for each part, so that a row stays the same row when others come and go. */
export function draftOf({ combinator, not, rules }: Condition): Draft {
  return {
    id: crypto.randomUUID(),
    combinator,
    not: not ?? false,
    rules: rules.map((part) =>
      'rules' in part ? draftOf(part) : { id: crypto.randomUUID(), value: undefined, ...part },
    ),
  };
}

/**
 * The same question without groups that hold nothing but one other group: words such as `not (a and b)` are read as a group
 * around a group, and a person thinks of one that is turned around.
 */
export function withoutWrappers({ combinator, not, rules }: Condition): Condition {
  const parts = rules.map((part) => ('rules' in part ? withoutWrappers(part) : part));
  const [only] = parts;
  if (!only || parts.length > 1 || !('rules' in only))
    return { combinator, ...(not ? { not } : {}), rules: parts };
  const turned = (not ?? false) !== (only.not ?? false);
  return { combinator: only.combinator, ...(turned ? { not: true } : {}), rules: only.rules };
}

/** The condition on these fields without any mark of the editor; undefined while a rule is unfinished. */
export function conditionOf(draft: Draft, fields: readonly ConditionField[]): Condition | undefined {
  return conditionOn(fields).safeParse(draft).data;
}

/** Whether both ask the same, ids aside; also of drafts that are no condition yet. */
export function asksTheSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other));
}

function bare(part: DraftPart): unknown {
  if ('rules' in part) return [part.combinator, part.not ?? false, part.rules.map(bare)];
  return [part.field, part.operator, part.value ?? null];
}

/** Every rule, from the top down. */
export function rulesOf(draft: Draft): RuleType[] {
  return draft.rules.flatMap((part) => ('rules' in part ? rulesOf(part) : [part]));
}

/** How much of it there is, to be held against `conditionLimits`. */
export function sizeOf(draft: Draft): { rules: number; groups: number; values: number } {
  const rules = rulesOf(draft);
  const values = rules.reduce((sum, { value }) => sum + valueCount(value), 0);
  return { rules: rules.length, groups: groupCount(draft), values };
}

function groupCount(draft: Draft): number {
  return draft.rules.reduce((sum, part) => sum + ('rules' in part ? groupCount(part) : 0), 1);
}

function valueCount(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === undefined ? 0 : 1;
}

/**
 * Where the focus goes when the part at this path is taken out: to what comes into its place, to the part before it, or
 * to its group.
 */
export function besideOf(draft: Draft, path: readonly number[]): string | undefined {
  const at = path.at(-1);
  if (at === undefined) return undefined;
  const group = path
    .slice(0, -1)
    .reduce<DraftPart | undefined>(
      (part, place) => (part && 'rules' in part ? part.rules[place] : undefined),
      draft,
    );
  if (!group || !('rules' in group)) return undefined;
  return (group.rules[at + 1] ?? group.rules[at - 1] ?? group).id;
}
