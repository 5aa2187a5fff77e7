import * as fc from 'fast-check';
import type { LogEntry } from '../../daemon/store/log-batch.ts';
import type { Condition, ConditionRule } from '../../shared/condition.ts';
import {
  type ConditionField,
  type Operator,
  conditionFields,
  logFields,
  operatorsByType,
  valuesOf,
} from '../../shared/condition/fields.ts';
import { dynamicDates } from '../../shared/condition/time-span.ts';
import { logLevels, logSources } from '../../shared/log.ts';

/** When the generated records are of, and conditions are asked. */
export const nowMs = Date.parse('2026-03-29T12:00:00.000Z');

/** Of accounts, tests and users. */
export const ids = ['157425284611357796', '157425284611357797', '100000000000000000', '999999999999999999'];
/** Few, so that conditions and messages meet; with all that SQL, LIKE, FTS5 and Unicode make special. */
const pieces = [
  'a',
  'A',
  'b',
  'log',
  'LOGIN',
  ' ',
  '%',
  '_',
  '\\',
  '"',
  "'",
  '""',
  '*',
  '(',
  ')',
  ':',
  '-',
  '50%_off',
  'ß',
  'SS',
  'ẞ',
  'ſ',
  'K',
  'K',
  'İ',
  'i',
  'ı',
  'Σ',
  'σ',
  'ς',
  'ﬁ',
  'é',
  'É',
  'Ж',
  'ж',
  '😀',
  '漢',
  'ΐ',
  '\0',
  '\u0001',
  '\u0002',
  '\uE000',
  '\uD83D',
  '\uDE00',
  '\u0301',
  'NEAR',
  'AND',
  "'; DROP TABLE log; --",
];
/** What somebody types, or a server says. */
export const text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
/** Names that fold in their own ways. */
export const usernames = ['ada', 'system', 'Straße', 'ÅSA'];

export const entry: fc.Arbitrary<LogEntry> = fc
  .record({
    source: fc.constantFrom(...logSources),
    level: fc.constantFrom(...logLevels),
    message: fc.array(text, { maxLength: 3 }).map((parts) => parts.join('')),
    username: fc.constantFrom(...usernames),
    createdBy: fc.constantFrom(...ids.slice(1)),
    accountId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    testId: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    // Now and then the clock goes back.
    ago: fc.oneof(fc.integer({ min: 0, max: 7_200_000 }), fc.integer({ min: -1_000, max: 40 * 86_400_000 })),
  })
  .map(({ ago, accountId, testId, ...rest }) => ({
    ...rest,
    createdAt: new Date(nowMs - ago).toISOString(),
    ...(accountId === undefined ? {} : { accountId }),
    ...(testId === undefined ? {} : { testId }),
  }));

const dates = fc.oneof(
  fc.constantFrom(...dynamicDates),
  fc.constantFrom(
    '2026-03-29',
    '2026-03-29T11:30',
    '2026-02-28',
    '2026-03-29T02:30:00',
    '2026-03-29T11:00:00.000Z',
  ),
);

function valueOf(field: ConditionField): fc.Arbitrary<string> {
  const { type, choices = [] } = conditionFields[field];
  switch (type) {
    case 'text':
      return field === 'username' ? fc.oneof(text, fc.constantFrom(...usernames, 'ADA', 'strasse')) : text;
    case 'choice':
    case 'rank':
      return fc.constantFrom(...choices);
    case 'reference':
      return fc.constantFrom(...ids);
    case 'time':
      return dates;
  }
}

function ruleOn(fields: readonly ConditionField[]): fc.Arbitrary<ConditionRule> {
  return fc.constantFrom(...fields).chain((field) =>
    fc.constantFrom<Operator>(...operatorsByType[conditionFields[field].type]).chain((operator) => {
      const value = valueOf(field);
      switch (valuesOf(operator)) {
        case 'none':
          return fc.constant({ field, operator });
        case 'one':
          return value.map((one) => ({ field, operator, value: one }));
        case 'two':
          return fc.tuple(value, value).map((two) => ({ field, operator, value: two }));
        case 'many':
          return fc.array(value, { maxLength: 4 }).map((many) => ({ field, operator, value: many }));
      }
    }),
  );
}

function group(rule: fc.Arbitrary<ConditionRule>, depth: number): fc.Arbitrary<Condition> {
  const part =
    depth === 1
      ? rule
      : fc.oneof({ weight: 3, arbitrary: rule }, { weight: 1, arbitrary: group(rule, depth - 1) });
  return fc
    .record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(part, { maxLength: 3 }),
    })
    .map(({ not, ...rest }) => (not ? { ...rest, not } : rest));
}

/** As the schema takes it, up to four groups deep. */
export function conditionAbout(fields: readonly ConditionField[]): fc.Arbitrary<Condition> {
  return group(ruleOn(fields), 4);
}

/** Without groups that ask nothing, or hold one part and do not turn it around: those have no words of their own. */
export function plainConditionAbout(fields: readonly ConditionField[]): fc.Arbitrary<Condition> {
  const rule = ruleOn(fields);
  const alone = rule.map((only): Condition => ({ combinator: 'and', rules: [only] }));
  return fc.oneof({ weight: 1, arbitrary: alone }, { weight: 6, arbitrary: plainGroup(rule, 4) });
}

function plainGroup(rule: fc.Arbitrary<ConditionRule>, depth: number): fc.Arbitrary<Condition> {
  const inner = depth === 1 ? undefined : plainGroup(rule, depth - 1);
  const part = inner ? fc.oneof({ weight: 2, arbitrary: rule }, { weight: 1, arbitrary: inner }) : rule;
  const joined = fc
    .record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(part, { minLength: 2, maxLength: 3 }),
    })
    .map(({ not, ...rest }) => (not ? { ...rest, not } : rest));
  // "not not (…)" is a group around one that is turned around already.
  const around = fc.oneof(rule, ...(inner ? [inner.filter(({ not }) => not === true)] : []));
  const turned = around.map((only): Condition => ({ combinator: 'and', not: true, rules: [only] }));
  return fc.oneof({ weight: 3, arbitrary: joined }, { weight: 1, arbitrary: turned });
}

/** On the log. */
export const condition = conditionAbout(logFields);
