import type { Condition, ConditionRule } from '../condition.ts';
import { type ConditionField, type Operator, conditionFields, valuesOf } from './fields.ts';

/**
 * The condition as `conditionInWords` reads it, in the fewest brackets that leave no doubt; what is read has no more
 * groups, rules and values, and is no deeper. Groups that ask nothing are left out; empty where nothing is asked.
 */
export function wordsOfCondition(condition: Condition): string {
  return groupWords(condition)?.words ?? '';
}

interface Said {
  words: string;
  /** More than one rule: inside another it stands in brackets. */
  joined: boolean;
}

function groupWords({ combinator, not, rules }: Condition): Said | undefined {
  const said = rules
    .map((part) => ('rules' in part ? groupWords(part) : { words: ruleWords(part), joined: false }))
    .filter((part) => part !== undefined);
  const [only] = said;
  if (!only) return undefined;
  const whole =
    said.length === 1 ? only : { words: said.map(inBrackets).join(` ${combinator} `), joined: true };
  return not ? { words: `not ${inBrackets(whole)}`, joined: false } : whole;
}

function inBrackets({ words, joined }: Said): string {
  return joined ? `(${words})` : words;
}

function ruleWords({ field, operator, value = [] }: ConditionRule): string {
  const values = typeof value === 'string' ? [value] : value;
  const { type } = conditionFields[field];
  const said = values.map((each) => (type === 'time' ? dateWords(each) : quotedWhereNeeded(each)));
  const begin = `${fieldWords(field, operator)} ${operatorWords[operator]}`;
  switch (valuesOf(operator)) {
    case 'none':
      return begin;
    case 'one':
      return `${begin} ${said[0] ?? '""'}`;
    case 'two':
      return `${begin} ${said.join(' and ')}`;
    case 'many':
      return `${begin} (${said.join(', ')})`;
  }
}

function fieldWords(field: ConditionField, operator: Operator): string {
  const { type, words } = conditionFields[field];
  // "created at or after" would be read as "created at" and a strange operator.
  return type === 'time' && operatorWords[operator].startsWith('at ') ? `${words[0]} at` : words[0];
}

const operatorWords: Record<Operator, string> = {
  is: 'is',
  isNot: 'is not',
  isOneOf: 'is one of',
  isNotOneOf: 'is not one of',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
  contains: 'contains',
  doesNotContain: 'does not contain',
  startsWith: 'starts with',
  endsWith: 'ends with',
  atLeast: 'at least',
  atMost: 'at most',
  on: 'on',
  notOn: 'not on',
  before: 'before',
  after: 'after',
  atOrBefore: 'at or before',
  atOrAfter: 'at or after',
  between: 'between',
};

/** `last15Minutes` is said as `last 15 minutes`. */
function dateWords(date: string): string {
  return /^[a-z]/.test(date) ? date.replace(/\d+|[A-Z]/g, (part) => ` ${part.toLowerCase()}`) : date;
}

/** A plain word stands as it is; what the language could take for its own is in quotes. */
function quotedWhereNeeded(text: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N}@._-]*$/u.test(text) && !/^(?:and|or|not|empty|one)$/i.test(text);
  return plain ? text : `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
