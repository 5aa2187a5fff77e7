import { Id } from '../id.ts';
import { logLevels, logSources } from '../log.ts';
import {
  type ConditionField,
  type FieldType,
  type Operator,
  fieldTypes,
  operatorsByType,
  valuesOf,
} from './fields.ts';
import { isConditionDate } from './time-span.ts';

export interface RuleTrouble {
  at: 'operator' | 'value';
  sentence: string;
}

const mostValues = 100;
const longestText = 1_000;

/** Why a rule cannot be asked: its operator is none of the field's, or its value none of the operator's. */
export function ruleTrouble(
  field: ConditionField,
  operator: string,
  value: unknown,
): RuleTrouble | undefined {
  const type = fieldTypes[field];
  if (!isOperator(type, operator))
    return { at: 'operator', sentence: `${fieldNames[field]} cannot be asked so.` };
  const sentence = valueTrouble(field, operator, value);
  return sentence === undefined ? undefined : { at: 'value', sentence };
}

function isOperator(type: FieldType, operator: string): operator is Operator {
  return operatorsByType[type].some((known) => known === operator);
}

function valueTrouble(field: ConditionField, operator: Operator, value: unknown): string | undefined {
  switch (valuesOf(operator)) {
    case 'none':
      return undefined;
    case 'one':
      return oneTrouble(field, value);
    case 'two':
      if (!Array.isArray(value) || value.length !== 2) return 'Between takes two dates.';
      return listTrouble(field, value);
    case 'many':
      if (!Array.isArray(value)) return 'One of takes a list of values.';
      if (value.length > mostValues) return `A list has at most ${mostValues} values.`;
      return listTrouble(field, value);
  }
}

function listTrouble(field: ConditionField, values: unknown[]): string | undefined {
  return values.map((value) => oneTrouble(field, value)).find((sentence) => sentence !== undefined);
}

function oneTrouble(field: ConditionField, value: unknown): string | undefined {
  if (typeof value !== 'string') return 'The value is a text.';
  if (value.length > longestText) return `A text has at most ${longestText} characters.`;
  switch (fieldTypes[field]) {
    case 'text':
      return undefined;
    case 'choice':
      return isOf(logSources, value)
        ? undefined
        : `There is no such source; there are ${logSources.join(', ')}.`;
    case 'rank':
      return isOf(logLevels, value)
        ? undefined
        : `There is no such level; there are ${logLevels.join(', ')}.`;
    case 'reference':
      return Id.safeParse(value).success ? undefined : 'An id is 18 digits.';
    case 'time':
      return isConditionDate(value)
        ? undefined
        : 'A date is a day such as 2026-01-31, with a time as in 2026-01-31T09:05, or a word such as today.';
  }
}

function isOf(values: readonly string[], value: string): boolean {
  return values.includes(value);
}

const fieldNames: Record<ConditionField, string> = {
  createdAt: 'Created at',
  source: 'Source',
  level: 'Level',
  message: 'Message',
  username: 'Username',
  createdBy: 'Created by',
  accountId: 'Account',
  testId: 'Test',
};
