import { setImmediate as nextTurn } from 'node:timers/promises';
import { matches } from '../../shared/condition/matches.ts';
import { type ResolvedCondition, resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import type { Id } from '../../shared/id.ts';
import type { LogAsked } from '../../shared/log-query.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { RouteBody, RouteLine, RouteReply } from '../../shared/routes.ts';
import type { Questions } from '../store/query/questions.ts';
import type { RemoteTables } from '../store/store-port.ts';
import type { LiveReaders } from './live-readers.ts';
import { recordList } from './record-list.ts';
import type { ServiceLog } from './refusing-store.ts';
import { SaidRefused } from './refuse.ts';
import { texts } from './texts.ts';

export interface LogService {
  /** Newest first. A test is one account's: with both ids the test decides. */
  page(request: RouteBody<'logPage'>): Promise<RouteReply<'logPage'>>;
  get(id: Id): Promise<RouteReply<'logGet'>>;
  query(request: RouteBody<'logQuery'>): Promise<RouteReply<'logQuery'>>;
  count(request: RouteBody<'logCount'>): Promise<RouteReply<'logCount'>>;
  group(request: RouteBody<'logGroup'>): Promise<RouteReply<'logGroup'>>;
  /** All records of a condition, until the signal; damaged ones are left out, and noted. */
  export(request: RouteBody<'logExport'>, signal: AbortSignal): AsyncGenerator<RouteLine<'logExport'>, void>;
  /** Records that meet a condition as they are written from this call on, until the signal. */
  follow(request: RouteBody<'logFollow'>, signal: AbortSignal): AsyncGenerator<RouteLine<'logFollow'>, void>;
}

interface Parts {
  store: RemoteTables;
  reader: Questions<LogRecord>;
  readers: LiveReaders;
  failed: ServiceLog | undefined;
}

/** Whoever follows lets others have their turn after so long. */
const turnMs = 5;
const minuteMs = 60_000;

/** The Main Log, read. */
export function logService({ store: { log }, reader, readers, failed }: Parts): LogService {
  return {
    async page({ before, limit, accountId, testId }) {
      const only = testId ? { testId } : accountId && { accountId };
      return { records: await log.page({ before, limit, only: only || undefined }) };
    },
    async get(id) {
      const record = await log.get(id);
      if (record) return { record };
      throw new SaidRefused({ kind: 'not_found', message: texts.recordGone });
    },
    ...recordList({ reader, failed, list: 'log' }),
    follow(asked, signal) {
      // Subscribed by the call, so that nothing is missed in between.
      const events = readers.open([], signal);
      const conditionNow = everyMinute(asked);
      return (async function* met() {
        let since = performance.now();
        for await (const event of events) {
          if (event.type === 'alive') yield event;
          if (event.type !== 'log') continue;
          const condition = conditionNow();
          const records = event.records.filter((record) => matches(condition, record));
          if (records.length > 0) yield { type: 'log' as const, records };
          if (performance.now() - since < turnMs) continue;
          // What waits comes without a turn of the event loop in between.
          await nextTurn();
          since = performance.now();
        }
      })();
    },
  };
}

/** "Today" is another day at midnight, so the condition is read anew each minute, as of its end: "last hour" has all of it. */
function everyMinute({ condition, zone }: LogAsked): () => ResolvedCondition {
  let minute: number | undefined;
  let resolved: ResolvedCondition | undefined;
  return () => {
    const now = Math.floor(Date.now() / minuteMs);
    if (resolved && minute === now) return resolved;
    minute = now;
    resolved = resolvedCondition(condition, { zone, nowMs: (now + 1) * minuteMs - 1 });
    return resolved;
  };
}
