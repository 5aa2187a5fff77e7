import { setTimeout as pause } from 'node:timers/promises';
import type { Condition } from '../../shared/condition.ts';
import type { ConditionField } from '../../shared/condition/fields.ts';
import type { PageAsked, RecordSort } from '../../shared/record-query.ts';
import type { Question, Questions } from '../store/query/questions.ts';
import type { RecordCount, RecordGroups } from '../store/query/record-counts.ts';
import type { RecordPage } from '../store/query/record-pages.ts';
import { StoreError } from '../store/store-error.ts';
import { type ServiceLog, refusalOf } from './refusing-store.ts';

interface Asked {
  condition: Condition;
  zone: string;
}

/** What a list of records answers; each throws `Refused`. */
export interface RecordList<R> {
  query(asked: Asked & PageAsked): Promise<RecordPage<R>>;
  count(asked: Asked & { most: number }): Promise<RecordCount>;
  group(asked: Asked & { by: ConditionField }): Promise<RecordGroups>;
  /** All records of a condition, until the signal; damaged ones are left out, and noted. */
  export(asked: Asked & { sort?: RecordSort | undefined }, signal: AbortSignal): AsyncGenerator<R, void>;
}

interface Parts<R> {
  reader: Questions<R>;
  failed: ServiceLog | undefined;
  /** As notes of the daemon name it. */
  list: string;
}

const exportedAtOnce = 200;

/** Asks a list as of now, whatever its records are. */
export function recordList<R>({ reader, failed, list }: Parts<R>): RecordList<R> {
  async function answered<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.kind === 'failed') failed?.error({ err: error }, `A question to the ${list} failed.`);
      throw refusalOf(error);
    }
  }

  return {
    query: ({ condition, zone, sort, after, before, limit }) =>
      answered(reader.page(asOfNow({ condition, zone }), { sort, after, before, limit })),
    count: ({ most, ...asked }) => answered(reader.count(asOfNow(asked), most)),
    group: ({ by, ...asked }) => answered(reader.group(asOfNow(asked), by)),
    async *export({ sort, ...asked }, signal) {
      // Dates are those of the beginning: "last hour" does not move on meanwhile.
      const question = asOfNow(asked);
      let after: string | undefined;
      let unread = 0;
      do {
        const place = { sort, after, limit: exportedAtOnce, leaveOutDamaged: true };
        const page = await answered(reader.page(question, place));
        unread += page.unread ?? 0;
        yield* page.records;
        after = page.next;
        // Other questions of the same thread come in between.
        await pause(0);
      } while (after !== undefined && !signal.aborted);
      if (unread > 0) failed?.warn({ unread }, `Damaged records were left out of an export of the ${list}.`);
    },
  };
}

function asOfNow({ condition, zone }: Asked): Question {
  return { condition, zone, nowMs: Date.now() };
}
