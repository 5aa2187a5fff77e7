import type { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { LogFilter } from '../addresses/log-address.ts';

/** Both lists as one, the newest first, each record once. */
export function mergedRecords(one: readonly LogRecord[], other: readonly LogRecord[]): LogRecord[] {
  const byId = new Map([...one, ...other].map((record) => [record.id, record]));
  return [...byId.values()].toSorted((first, second) => (first.id < second.id ? 1 : -1));
}

/** The newest page joined to what is shown where they meet; in its place where a gap lies between. */
export function rejoinedRecords(shown: readonly LogRecord[], page: readonly LogRecord[]): LogRecord[] {
  const known = new Set(shown.map(({ id }) => id));
  return page.some(({ id }) => known.has(id)) ? mergedRecords(shown, page) : [...page];
}

/** Records of the live tail that are newer than all that is shown. */
export function freshRecords(
  tail: readonly LogRecord[],
  newestShown: Id | undefined,
  filter: LogFilter,
): LogRecord[] {
  return tail.filter((record) => record.id > (newestShown ?? '') && fits(record, filter));
}

function fits({ accountId, testId }: LogRecord, filter: LogFilter): boolean {
  return (
    (filter.accountId === undefined || filter.accountId === accountId) &&
    (filter.testId === undefined || filter.testId === testId)
  );
}
