import type { Condition } from '../../../shared/condition.ts';
import { logFields } from '../../../shared/condition/fields.ts';
import { UsageError } from '../usage-error.ts';
import { sinceDate } from '../where/since.ts';
import { whereCondition } from '../where/where-condition.ts';
import { daemonOptions } from './daemon-options.ts';
import { parseOptions } from './parse-options.ts';
import { wholeNumber } from './whole-number.ts';
import { idWord, noWords } from './words.ts';

const options = {
  ...daemonOptions,
  where: { type: 'string' },
  since: { type: 'string' },
  account: { type: 'string' },
  test: { type: 'string' },
  limit: { type: 'string' },
  reverse: { type: 'boolean' },
  follow: { type: 'boolean' },
} as const;

/** What `mailprobe logs` was asked. Throws UsageError. */
export function logArguments(args: readonly string[], nowMs: number) {
  const { values, positionals } = parseOptions(args, options);
  noWords('logs', positionals);
  if (values.follow && values.reverse)
    throw new UsageError('--follow and --reverse: give only one, since new records come last.');
  const rules: Condition['rules'] = [];
  if (values.where !== undefined) rules.push(whereCondition(values.where, logFields));
  if (values.since !== undefined)
    rules.push({ field: 'createdAt', operator: 'atOrAfter', value: sinceDate(values.since, nowMs) });
  if (values.account !== undefined)
    rules.push({ field: 'accountId', operator: 'is', value: idWord('--account', values.account) });
  if (values.test !== undefined)
    rules.push({ field: 'testId', operator: 'is', value: idWord('--test', values.test) });
  return {
    values,
    condition: conditionOf(rules),
    limit: limitOf(values.limit),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** One alone stays as it is: a group around it would count as one more level. */
function conditionOf(rules: Condition['rules']): Condition {
  const [only] = rules;
  return only && 'rules' in only && rules.length === 1 ? only : { combinator: 'and', rules };
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return 50;
  const limit = wholeNumber(text);
  if (limit >= 1 && limit <= 10_000) return limit;
  throw new UsageError('--limit: is a whole number from 1 to 10000.');
}
