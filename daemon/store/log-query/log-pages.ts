import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import { type LogRecord, logLevels } from '../../../shared/log.ts';
import type { LogCursor, LogPageAsked } from '../../../shared/log-query.ts';
import { logColumns, logRecord, logWithClass } from '../log-row.ts';
import type { Row } from '../rows.ts';
import { StoreError } from '../store-error.ts';
import type { LogParts, LogView, LogViews } from './log-view.ts';
import { type QueryPlan, queryPlan } from './query-plan.ts';
import { walk } from './walk.ts';

export type PlaceAsked = Pick<LogPageAsked, 'sort' | 'after' | 'before' | 'limit'> & {
  /** Else one damaged record refuses the page. */
  leaveOutDamaged?: boolean;
};

export interface LogPage {
  /** In the order of the list, whichever way it was gone. */
  records: LogRecord[];
  /** Where to go on in the same direction; missing at the end. A page that is not full has run out of time there. */
  next?: LogCursor;
  /** How many records of the page are damaged and left out. */
  unread?: number;
}

/** A page gives up looking after this, with what it has. */
const pageMs = 1_000;
const fewMs = 50;

/** So many records are read of each level before the search index is asked. */
const readBeforeOfLevel = 2_048;

/** One part of a list: all of it by time, one level of it by level. */
interface Part {
  level: number | undefined;
  plan: QueryPlan;
}

/** The records of one page, by keyset in either direction. */
export async function readPage(
  parts: LogParts,
  condition: ResolvedCondition,
  place: PlaceAsked,
): Promise<LogPage> {
  const { sort, after, before } = place;
  const begins = after === undefined && (before === undefined || before === 'end');
  if (begins && (sort === 'highest' || sort === 'lowest')) {
    // Four levels are four ways through the log: where one way finds all there is, that is the page.
    const all = await pageWithin(fewMs, parts, condition, { ...place, sort: 'newest', before: undefined });
    if (all.next === undefined) return { ...all, records: byLevel(all.records, sort === 'lowest') };
  }
  return pageWithin(pageMs, parts, condition, place);
}

function byLevel(records: readonly LogRecord[], rising: boolean): LogRecord[] {
  const rank = ({ level }: LogRecord) => logLevels.indexOf(level) * (rising ? 1 : -1);
  return records.toSorted((one, other) => rank(one) - rank(other));
}

async function pageWithin(
  mostMs: number,
  { db, views, readBefore, statementBegins }: LogParts,
  condition: ResolvedCondition,
  place: PlaceAsked,
): Promise<LogPage> {
  const { sort = 'newest', after, before, limit, leaveOutDamaged = false } = place;
  const backwards = before !== undefined;
  const descending = (sort !== 'oldest') !== backwards;
  const view = views.now();
  const cursor = after ?? (before === 'end' ? undefined : before);
  const until = performance.now() + mostMs;
  const records: LogRecord[] = [];
  let next: LogCursor | undefined;
  let unread = 0;
  let found: Row | undefined;

  for (const { level, plan } of partsOf(condition, { view, views, sort, backwards, descending, cursor })) {
    const stretches = walk(db, {
      plan,
      selection: {
        columns: logColumns,
        join: logWithClass,
        tail: `ORDER BY log.seq ${descending ? 'DESC' : 'ASC'} LIMIT $limit`,
      },
      indexedUpTo: view.indexedUpTo,
      descending,
      // Each level is begun anew.
      readBefore: readBefore ?? (level === undefined ? undefined : readBeforeOfLevel),
      statementBegins,
      wanted: () => limit - records.length - unread,
    });
    for await (const { rows, first, last } of stretches) {
      for (const row of rows) {
        found = row;
        const record = leaveOutDamaged ? unlessDamaged(row) : logRecord(row);
        if (record) records.push(record);
        else unread += 1;
      }
      const full = records.length + unread >= limit;
      if (!full && performance.now() < until) continue;
      const edge = full ? undefined : views.sequence.idAt(descending ? first : last, descending);
      const id = edge ?? (found && String(found['id']));
      next = placeOf(id, level ?? Number(found?.['level'] ?? 0));
      return answer();
    }
  }
  return answer();

  function answer(): LogPage {
    return {
      records: backwards ? records.toReversed() : records,
      ...(next === undefined ? {} : { next }),
      ...(unread === 0 ? {} : { unread }),
    };
  }
}

function unlessDamaged(row: Row): LogRecord | undefined {
  try {
    return logRecord(row);
  } catch (error) {
    // A time beyond all dates is a RangeError.
    if (error instanceof RangeError || (error instanceof StoreError && error.kind === 'database_damaged'))
      return undefined;
    throw error;
  }
}

function placeOf(id: string | undefined, level: number): LogCursor | undefined {
  return id === undefined ? undefined : `${level}.${id}`;
}

interface PartsAsked {
  view: LogView;
  views: LogViews;
  sort: NonNullable<PlaceAsked['sort']>;
  backwards: boolean;
  descending: boolean;
  cursor: LogCursor | undefined;
}

/** What is still to be gone through, in order; each is planned when its turn comes. */
function* partsOf(condition: ResolvedCondition, asked: PartsAsked): Generator<Part, void> {
  const { view, views, sort, backwards, cursor } = asked;
  if (sort === 'newest' || sort === 'oldest') {
    const plan = queryPlan(condition, { view, views });
    if (plan) yield { level: undefined, plan: cursor === undefined ? plan : beyond(plan, cursor, asked) };
    return;
  }
  const rising = (sort === 'lowest') !== backwards;
  const levels = rising ? [0, 1, 2, 3] : [3, 2, 1, 0];
  const from = cursor === undefined ? levels[0] : Number(cursor[0]);
  for (const level of levels.slice(levels.indexOf(from ?? 0))) {
    const classes = view.classes.filter((each) => each.level === logLevels[level]);
    const plan = queryPlan(condition, { view, views, classes });
    if (!plan) continue;
    const begun = cursor !== undefined && level === from;
    yield { level, plan: begun ? beyond(plan, cursor, asked) : plan };
  }
}

function beyond(
  plan: QueryPlan,
  cursor: LogCursor,
  { views: { sequence }, descending }: PartsAsked,
): QueryPlan {
  const id = cursor.slice(2);
  if (descending) return { ...plan, last: Math.min(plan.last, sequence.from(id) - 1) };
  return { ...plan, first: Math.max(plan.first, sequence.from((BigInt(id) + 1n).toString())) };
}
