import type { RecordCursor } from '../../shared/record-query.ts';
import type { ListedRecord } from './listed-record.ts';
import { fullPage } from './page-window.ts';

/** Where records are asked for, and how many. */
export interface Place {
  after?: RecordCursor;
  /** Or `end`. */
  before?: RecordCursor;
  limit: number;
}

/** Records in the order of the list; without `next` there are no more that way. */
export interface RecordReply {
  records: ListedRecord[];
  next?: RecordCursor | undefined;
}

/** Asks on while the daemon had no time to find them all, as long as `go` says so. */
export async function wholeReply(
  ask: (place: Place) => Promise<RecordReply>,
  place: Place,
  go: () => boolean,
): Promise<RecordReply> {
  let { records, next } = await ask({ ...place, limit: Math.min(place.limit, fullPage) });
  while (next !== undefined && records.length < place.limit && go()) {
    const limit = Math.min(fullPage, place.limit - records.length);
    const more = await ask('before' in place ? { before: next, limit } : { after: next, limit });
    records = 'before' in place ? [...more.records, ...records] : [...records, ...more.records];
    next = more.next;
  }
  return { records, next };
}
