import { Id } from '../id.ts';
import {
  type ConditionField,
  type FieldType,
  type Operator,
  conditionFields,
  operatorsByType,
  valuesOf,
} from './fields.ts';
import { isConditionDate } from './time-span.ts';
import { conditionTexts as english } from '../texts/en/conditions.ts';
import { textsOf } from '../texts.ts';

const texts = textsOf('conditions', english);

export interface RuleTrouble {
  at: 'operator' | 'value';
  sentence: string;
}

/** Of one list. */
export const mostValues = 100;
/** Characters. */
export const longestText = 1_000;

/** Why a rule cannot be asked: its operator is none of the field's, or its value none of the operator's. */
export function ruleTrouble(
  field: ConditionField,
  operator: string,
  value: unknown,
): RuleTrouble | undefined {
  const type = conditionFields[field].type;
  if (!isOperator(type, operator))
    return { at: 'operator', sentence: texts().notAsked(texts().fields[field]) };
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
      if (!Array.isArray(value) || value.length !== 2) return texts().twoDates;
      return listTrouble(field, value);
    case 'many':
      if (!Array.isArray(value)) return texts().list;
      if (value.length > mostValues) return texts().longList(mostValues);
      return listTrouble(field, value);
  }
}

function listTrouble(field: ConditionField, values: unknown[]): string | undefined {
  return values.map((value) => oneTrouble(field, value)).find((sentence) => sentence !== undefined);
}

function oneTrouble(field: ConditionField, value: unknown): string | undefined {
  if (typeof value !== 'string') return texts().text;
  if (value.length > longestText) return texts().longText(longestText);
  const { type, choices = [] } = conditionFields[field];
  switch (type) {
    case 'text':
      return undefined;
    case 'choice':
    case 'rank':
      return choices.includes(value)
        ? undefined
        : texts().noChoice(texts().fields[field], choices.join(', '));
    case 'reference':
      return Id.safeParse(value).success ? undefined : texts().id;
    case 'time':
      return isConditionDate(value) ? undefined : texts().date;
  }
}
