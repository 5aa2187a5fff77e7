import { logFields } from '../../../shared/condition/fields.ts';
import { UsageError } from '../usage-error.ts';
import { daemonOptions } from './daemon-options.ts';
import { conditionOfList, limitOfList, listOptions, ownZone, shownOptions } from './list-options.ts';
import { parseOptions } from './parse-options.ts';
import { idWord, noWords } from './words.ts';

const options = {
  ...daemonOptions,
  ...listOptions,
  ...shownOptions,
  test: { type: 'string' },
  follow: { type: 'boolean' },
} as const;

/** What `mailprobe logs` was asked. Throws UsageError. */
export function logArguments(args: readonly string[], nowMs: number) {
  const { values, positionals } = parseOptions(args, options);
  noWords('logs', positionals);
  if (values.follow && values.reverse)
    throw new UsageError('--follow and --reverse: give only one, since new records come last.');
  const test = values.test === undefined ? [] : [idWord('--test', values.test, whereTestsAre)];
  return {
    values,
    condition: conditionOfList(
      values,
      logFields,
      nowMs,
      test.map((value) => ({ field: 'testId', operator: 'is', value })),
    ),
    limit: limitOfList(values.limit),
    zone: ownZone(),
  };
}

const whereTestsAre =
  'npx mailprobe logs --json has that of each test as "testId", and a record on the page Main Log names it';
