import type { LogRecord } from '../log.ts';

/** What may be asked of each type of field (the names that react-querybuilder edits). */
export const operatorsByType = {
  text: [
    'is',
    'isNot',
    'contains',
    'doesNotContain',
    'startsWith',
    'endsWith',
    'isOneOf',
    'isEmpty',
    'isNotEmpty',
  ],
  choice: ['is', 'isNot', 'isOneOf', 'isNotOneOf'],
  /** A choice that has an order. */
  rank: ['is', 'isNot', 'isOneOf', 'isNotOneOf', 'atLeast', 'atMost'],
  reference: ['is', 'isNot', 'isOneOf', 'isEmpty', 'isNotEmpty'],
  time: ['on', 'notOn', 'before', 'after', 'atOrBefore', 'atOrAfter', 'between'],
} as const;

export type FieldType = keyof typeof operatorsByType;
export type Operator = (typeof operatorsByType)[FieldType][number];

/** Every field of a record that a condition may ask for. */
export const fieldTypes = {
  createdAt: 'time',
  source: 'choice',
  level: 'rank',
  message: 'text',
  username: 'text',
  createdBy: 'reference',
  accountId: 'reference',
  testId: 'reference',
} as const satisfies Partial<Record<keyof LogRecord, FieldType>>;

export type ConditionField = keyof typeof fieldTypes;
export const conditionFields = Object.keys(fieldTypes) as [ConditionField, ...ConditionField[]];

/** How many values an operator takes. */
export function valuesOf(operator: Operator): 'none' | 'one' | 'two' | 'many' {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return 'none';
  if (operator === 'between') return 'two';
  return operator === 'isOneOf' || operator === 'isNotOneOf' ? 'many' : 'one';
}
