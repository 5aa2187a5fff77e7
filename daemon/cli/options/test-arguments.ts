import { UsageError } from '../usage-error.ts';
import { attempts } from './attempts.ts';
import { readCaFile } from './ca-file.ts';
import { type ConnectionArguments, connectionArguments } from './connection-arguments.ts';
import type { TestValues } from './test-options.ts';
import { wholeNumber } from './whole-number.ts';

/** One inline test as the person asked for it. */
export interface TestArguments extends ConnectionArguments {
  timeoutMs?: number;
  /** PEM certificates to trust beside the system's. */
  ca?: string;
}

/** Checks all options and reports everything that is wrong at once. Throws UsageError. */
export function testArguments(values: TestValues): TestArguments {
  const checks = attempts();
  const connection = connectionArguments(values, checks);
  const timeoutMs = checks.attempt(() => timeout(values.timeout));
  const ca = checks.attempt(() => (values.ca === undefined ? undefined : readCaFile(values.ca)));
  checks.settle();
  if (!connection) throw new UsageError('The options describe no account.');
  return {
    ...connection,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(ca === undefined ? {} : { ca }),
  };
}

function timeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = wholeNumber(text);
  if (ms >= 100 && ms <= 600_000) return ms;
  throw new UsageError('--timeout: is a whole number of milliseconds from 100 to 600000.');
}
