import { type Condition, type ConditionRule, conditionOn } from '../condition.ts';
import { ConditionTrouble, type Token, conditionTokens } from './condition-tokens.ts';
import { type ConditionField, type Operator, conditionFields, operatorsByType, valuesOf } from './fields.ts';
import { ruleTrouble } from './rule-trouble.ts';
import { conditionTexts as english } from '../texts/en/conditions.ts';
import { textsOf } from '../texts.ts';

const texts = textsOf('conditions', english);

const operatorWords: Record<string, Operator> = {
  'is not one of': 'isNotOneOf',
  'is not empty': 'isNotEmpty',
  'is one of': 'isOneOf',
  'is empty': 'isEmpty',
  'is not': 'isNot',
  is: 'is',
  'does not contain': 'doesNotContain',
  contains: 'contains',
  'starts with': 'startsWith',
  'ends with': 'endsWith',
  'at or before': 'atOrBefore',
  'at or after': 'atOrAfter',
  'at least': 'atLeast',
  'at most': 'atMost',
  'not on': 'notOn',
  on: 'on',
  before: 'before',
  after: 'after',
  between: 'between',
};

/** As formulas have them. Which operator a sign means depends on the field. */
const operatorSigns: Record<string, readonly Operator[]> = {
  '=': ['is', 'on'],
  '!=': ['isNot', 'notOn'],
  '>=': ['atLeast', 'atOrAfter'],
  '<=': ['atMost', 'atOrBefore'],
  '>': ['after'],
  '<': ['before'],
};

const dateWords: Record<string, string> = {
  'last 15 minutes': 'last15Minutes',
  'last hour': 'lastHour',
  'last 7 days': 'last7Days',
  'this month': 'thisMonth',
  today: 'today',
  yesterday: 'yesterday',
};

/** The date that is meant by words such as `last hour`; undefined for any other text. */
export function dateInWords(text: string): string | undefined {
  const words = text.trim().toLowerCase().split(/\s+/).join(' ');
  return Object.hasOwn(dateWords, words) ? dateWords[words] : undefined;
}

/**
 * The condition on these fields that a text says, such as `source is "IMAP Auth" and (level at least Warning or not message contains
 * timeout)`. "and" binds closer than "or". Throws ConditionTrouble with the place.
 */
export function conditionInWords(text: string, fields: readonly ConditionField[]): Condition {
  const fieldWords = fieldsByWords(fields);
  const tokens = conditionTokens(text);
  let at = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] ?? endOf(text);
  const isWord = (word: string, ahead = 0) =>
    peek(ahead).kind === 'word' && peek(ahead).value.toLowerCase() === word;

  function joined(
    combinator: 'or' | 'and',
    part: () => Condition | ConditionRule,
  ): Condition | ConditionRule {
    const rules = [part()];
    while (isWord(combinator)) {
      at += 1;
      rules.push(part());
    }
    const [only] = rules;
    return only && rules.length === 1 ? only : { combinator, rules };
  }
  const anyOf = (): Condition | ConditionRule => joined('or', () => joined('and', one));

  let depth = 0;
  function one(): Condition | ConditionRule {
    depth += 1;
    if (depth > deepest) throw new ConditionTrouble(texts().tooDeep, peek());
    const part = bare();
    depth -= 1;
    return part;
  }

  function bare(): Condition | ConditionRule {
    if (isWord('not')) {
      at += 1;
      const part = one();
      // "not (…)" is one group: a second one around it would count twice against what a condition may have.
      if ('rules' in part && !part.not) return { ...part, not: true };
      return { combinator: 'and', not: true, rules: [part] };
    }
    if (isSign('(')) {
      const open = peek();
      at += 1;
      const group = anyOf();
      if (!isSign(')')) throw new ConditionTrouble(texts().openBracket, open);
      at += 1;
      return group;
    }
    return rule();
  }

  function rule(): ConditionRule {
    const begin = peek();
    const field = phrase(fieldWords);
    if (!field)
      throw new ConditionTrouble(
        begin.kind === 'end'
          ? texts().noField
          : texts().noSuchField(fields.map((each) => conditionFields[each].words[0]).join(', ')),
        begin,
      );
    const operatorAt = peek();
    const fitting: readonly Operator[] = operatorsByType[conditionFields[field].type];
    const word = phrase(operatorWords);
    const meant = word ? [word] : (phrase(operatorSigns) ?? []);
    const operator = fitting.find((each) => meant.includes(each));
    if (!operator) throw new ConditionTrouble(texts().operators(wordsFor(field).join(', ')), operatorAt);
    return { field, operator, ...valueFor(field, operator) };
  }

  function valueFor(field: ConditionField, operator: Operator): Pick<ConditionRule, 'value'> {
    const begin = peek();
    const value = readValue(field, operator);
    const trouble = ruleTrouble(field, operator, value);
    if (trouble) throw new ConditionTrouble(trouble.sentence, { at: begin.at, end: peek(-1).end });
    return value === undefined ? {} : { value };
  }

  function readValue(field: ConditionField, operator: Operator): string | string[] | undefined {
    switch (valuesOf(operator)) {
      case 'none':
        return undefined;
      case 'one':
        return oneValue(field);
      case 'two': {
        const from = oneValue(field);
        if (!isWord('and')) throw new ConditionTrouble(texts().between, peek());
        at += 1;
        return [from, oneValue(field)];
      }
      case 'many':
        return list(field);
    }
  }

  function list(field: ConditionField): string[] {
    const open = isSign('(') ? peek() : undefined;
    if (open) at += 1;
    if (open && isSign(')')) {
      at += 1;
      return [];
    }
    const values = [oneValue(field)];
    while (isSign(',')) {
      at += 1;
      values.push(oneValue(field));
    }
    if (!open) return values;
    if (!isSign(')')) throw new ConditionTrouble(texts().openBracket, open);
    at += 1;
    return values;
  }

  function oneValue(field: ConditionField): string {
    const token = peek();
    if (token.kind === 'end' || token.kind === 'sign') throw new ConditionTrouble(texts().noValue, token);
    const { type, choices = [] } = conditionFields[field];
    if (type === 'time' && token.kind === 'word') {
      const date = phrase(dateWords);
      if (date) return date;
    }
    // Without quotes a name of two words is taken whole, such as IMAP Auth.
    const choice = phrase(Object.fromEntries(choices.map((each) => [each.toLowerCase(), each])));
    if (choice !== undefined) return choice;
    at += 1;
    return choices.find((each) => each.toLowerCase() === token.value.toLowerCase()) ?? token.value;
  }

  /** The longest phrase of these that stands here. */
  function phrase<T>(phrases: Record<string, T>): T | undefined {
    for (let words = 4; words > 0; words -= 1) {
      const ahead = Array.from({ length: words }, (_, n) => peek(n));
      const key = ahead.map(({ value }) => value.toLowerCase()).join(' ');
      if (ahead.some(({ kind }) => kind !== 'word') || !Object.hasOwn(phrases, key)) continue;
      at += words;
      return phrases[key];
    }
    return undefined;
  }

  function isSign(value: string): boolean {
    return peek().kind === 'sign' && peek().value === value;
  }

  const read = anyOf();
  if (peek().kind !== 'end') throw new ConditionTrouble(texts().joining, peek());
  const condition: Condition = 'rules' in read ? read : { combinator: 'and', rules: [read] };
  const parsed = conditionOn(fields).safeParse(condition);
  if (parsed.success) return parsed.data;
  throw new ConditionTrouble(parsed.error.issues[0]?.message ?? texts().unread, {
    at: 0,
    end: text.length,
  });
}

/** More than the schema allows, so that the schema says what it allows. */
const deepest = 50;

function fieldsByWords(fields: readonly ConditionField[]): Record<string, ConditionField> {
  return Object.fromEntries(
    fields.flatMap((field) => conditionFields[field].words.map((words) => [words, field])),
  );
}

function wordsFor(field: ConditionField): string[] {
  return operatorsByType[conditionFields[field].type].flatMap((operator) =>
    Object.keys(operatorWords).filter((words) => operatorWords[words] === operator),
  );
}

function endOf(text: string): Token {
  return { kind: 'end', value: '', at: text.length, end: text.length };
}
