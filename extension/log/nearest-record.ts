import type { RecordCursor } from '../../shared/record-query.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { LogReply } from './log-pages.ts';

/** The first record from a place on; asked on while the daemon had no time to find it. */
export async function nearestRecord(
  ask: (from: RecordCursor) => Promise<LogReply>,
  from: RecordCursor,
): Promise<LogRecord | undefined> {
  let { records, next } = await ask(from);
  while (records.length === 0 && next !== undefined) ({ records, next } = await ask(next));
  return records[0];
}
