import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { Condition } from '../../../shared/condition.ts';
import { UsageError } from '../usage-error.ts';
import { sinceDate } from '../where/since.ts';
import { whereCondition } from '../where/where-condition.ts';
import { wholeNumber } from './whole-number.ts';
import { idWord } from './words.ts';

/** Which records of a list. */
export const listOptions = {
  where: { type: 'string' },
  since: { type: 'string' },
  account: { type: 'string' },
} as const;

/** How many of them are shown, and in which order. */
export const shownOptions = {
  limit: { type: 'string' },
  reverse: { type: 'boolean' },
} as const;

interface ListValues {
  where?: string | undefined;
  since?: string | undefined;
  account?: string | undefined;
}

/** All that these options ask of records with these fields, and what else is asked. Throws UsageError. */
export function conditionOfList(
  values: ListValues,
  fields: readonly ConditionField[],
  nowMs: number,
  also: Condition['rules'] = [],
): Condition {
  const rules: Condition['rules'] = [];
  if (values.where !== undefined) rules.push(whereCondition(values.where, fields));
  if (values.since !== undefined)
    rules.push({ field: 'createdAt', operator: 'atOrAfter', value: sinceDate(values.since, nowMs) });
  if (values.account !== undefined)
    rules.push({ field: 'accountId', operator: 'is', value: idWord('--account', values.account) });
  return conditionOf([...rules, ...also]);
}

/** One alone stays as it is: a group around it would count as one more level. */
function conditionOf(rules: Condition['rules']): Condition {
  const [only] = rules;
  return only && 'rules' in only && rules.length === 1 ? only : { combinator: 'and', rules };
}

/** How many are shown. Throws UsageError. */
export function limitOfList(text: string | undefined): number {
  if (text === undefined) return 50;
  const limit = wholeNumber(text);
  if (limit >= 1 && limit <= 10_000) return limit;
  throw new UsageError('--limit: is a whole number from 1 to 10000.');
}

/** The time zone that dates are read in. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
