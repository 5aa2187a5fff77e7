import { type RecordPages, recordPages } from '../../extension/records/record-pages.ts';
import type { RecordReply } from '../../extension/records/whole-reply.ts';
import type { LogRecord } from '../../shared/log.ts';
import { recordCursor } from '../../shared/record-query.ts';

/** A log that grows, or breaks, and the pages of it. */
interface PagedLog {
  pages: RecordPages;
  broken: boolean;
  asked: number;
  grow(to: number): void;
  /** So many others after the first ones. */
  insert(after: number, count: number): void;
}

/** A log of so many records as the daemon gives it, newest first; in a reply at most `most` of them. */
export function logOf(count: number, most = Infinity): PagedLog {
  let all = Array.from({ length: count }, (_, at) => record(count - at));
  const log: PagedLog = {
    pages: recordPages(
      async ({ after, before, limit }): Promise<RecordReply> => {
        log.asked += 1;
        await Promise.resolve();
        if (log.broken) throw new Error('It failed.');
        const size = Math.min(limit, most);
        const place = all.findIndex((each) => recordCursor(each) === (after ?? before));
        const to = before === undefined ? Infinity : before === 'end' ? all.length : place;
        const from = before === undefined ? place + 1 : Math.max(0, to - size);
        const records = all.slice(from, Math.min(to, from + size));
        const edge = before === undefined ? records.at(-1) : records[0];
        const more = before === undefined ? from + records.length < all.length : from > 0;
        return { records, next: more && edge ? recordCursor(edge) : undefined };
      },
      String.bind(undefined, 'It failed.'),
    ),
    broken: false,
    asked: 0,
    grow(to) {
      all = Array.from({ length: to }, (_, at) => record(to - at));
    },
    insert(after, count) {
      const others = Array.from({ length: count }, (_, at) => ({
        ...record(1_000_000 + at),
        message: `between ${at}`,
      }));
      all = all.toSpliced(after, 0, ...others);
    },
  };
  return log;
}

/** The record of this number. */
export function record(number: number): LogRecord {
  return {
    id: String(157425284611400000n + BigInt(number)),
    createdAt: '2026-11-22T12:00:00.000Z',
    source: 'System',
    level: 'Info',
    message: `record ${number}`,
    username: 'ada',
    createdBy: '157425284611357002',
  };
}
