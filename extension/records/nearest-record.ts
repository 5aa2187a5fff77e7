import type { RecordCursor } from '../../shared/record-query.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordReply } from './whole-reply.ts';

/** The first record from a place on; asked on while the daemon had no time to find it. */
export async function nearestRecord(
  ask: (from: RecordCursor) => Promise<RecordReply>,
  from: RecordCursor,
): Promise<ListedRecord | undefined> {
  let { records, next } = await ask(from);
  while (records.length === 0 && next !== undefined) ({ records, next } = await ask(next));
  return records[0];
}
