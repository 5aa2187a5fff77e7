import { conditionFields } from '../../../shared/condition/fields.ts';
import type { ResolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { PageAsked, RecordCursor } from '../../../shared/record-query.ts';
import type { Row } from '../rows.ts';
import { StoreError } from '../store-error.ts';
import type { ListedRecord, QueriedTable, QueryParts, TableView } from './queried-table.ts';
import { type QueryPlan, queryPlan } from './query-plan.ts';
import { walk } from './walk.ts';

export type PlaceAsked = Pick<PageAsked, 'sort' | 'after' | 'before' | 'limit'> & {
  /** Else one damaged record refuses the page. */
  leaveOutDamaged?: boolean;
};

export interface RecordPage<R> {
  /** In the order of the list, whichever way it was gone. */
  records: R[];
  /** Where to go on in the same direction; missing at the end. A page that is not full has run out of time there. */
  next?: RecordCursor;
  /** How many records of the page are damaged and left out. */
  unread?: number;
}

/** A page gives up looking after this, with what it has. */
const pageMs = 1_000;
const fewMs = 50;

/** So many records are read of each level before the search index is asked. */
const readBeforeOfRank = 2_048;

/** One part of a list: all of it by time, one rank of it by rank. */
interface Part {
  rank: number | undefined;
  plan: QueryPlan;
}

/** The records of one page, by keyset in either direction. */
export async function readPage<R extends ListedRecord>(
  parts: QueryParts<R>,
  condition: ResolvedCondition,
  place: PlaceAsked,
): Promise<RecordPage<R>> {
  const { sort, after, before } = place;
  const begins = after === undefined && (before === undefined || before === 'end');
  if (begins && (sort === 'highest' || sort === 'lowest')) {
    // Four ranks are four ways through the table: where one way finds all there is, that is the page.
    const all = await pageWithin(fewMs, parts, condition, { ...place, sort: 'newest', before: undefined });
    if (all.next === undefined)
      return { ...all, records: byRank(parts.table, all.records, sort === 'lowest') };
  }
  return pageWithin(pageMs, parts, condition, place);
}

function byRank<R extends ListedRecord>(
  { rank }: QueriedTable<R>,
  records: readonly R[],
  rising: boolean,
): R[] {
  const ranks = ranksOf(rank);
  const rankOf = (record: R) => ranks.indexOf((rank && record[rank.field]) ?? '') * (rising ? 1 : -1);
  return records.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** In rising order. */
function ranksOf(rank: QueriedTable<unknown>['rank']): readonly string[] {
  return (rank && conditionFields[rank.field].choices) ?? [];
}

async function pageWithin<R extends ListedRecord>(
  mostMs: number,
  { db, table, readBefore, statementBegins }: QueryParts<R>,
  condition: ResolvedCondition,
  place: PlaceAsked,
): Promise<RecordPage<R>> {
  const { sort = 'newest', after, before, limit, leaveOutDamaged = false } = place;
  const backwards = before !== undefined;
  const descending = (sort !== 'oldest') !== backwards;
  const view = table.now();
  const cursor = after ?? (before === 'end' ? undefined : before);
  const until = performance.now() + mostMs;
  const records: R[] = [];
  let next: RecordCursor | undefined;
  let unread = 0;
  let found: Row | undefined;

  for (const { rank, plan } of partsOf(condition, { table, view, sort, backwards, descending, cursor })) {
    const stretches = walk(db, {
      table,
      plan,
      selection: {
        columns: table.columns,
        join: table.join,
        tail: `ORDER BY ${table.name}.seq ${descending ? 'DESC' : 'ASC'} LIMIT $limit`,
      },
      indexedUpTo: view.indexedUpTo,
      descending,
      // Each rank is begun anew.
      readBefore: readBefore ?? (rank === undefined ? undefined : readBeforeOfRank),
      statementBegins,
      wanted: () => limit - records.length - unread,
    });
    for await (const { rows, first, last } of stretches) {
      for (const row of rows) {
        found = row;
        const record = leaveOutDamaged ? unlessDamaged(table, row) : table.record(row);
        if (record) records.push(record);
        else unread += 1;
      }
      const full = records.length + unread >= limit;
      // What is gone through to its end is so also when it took long.
      const ended = descending ? first === plan.first : last === plan.last;
      if (!full && (ended || performance.now() < until)) continue;
      const edge = full ? undefined : table.sequence.idAt(descending ? first : last, descending);
      const id = edge ?? (found && String(found['id']));
      next = placeOf(id, rank ?? Number((table.rank && found?.[table.rank.column]) ?? 0));
      return answer();
    }
  }
  return answer();

  function answer(): RecordPage<R> {
    return {
      records: backwards ? records.toReversed() : records,
      ...(next === undefined ? {} : { next }),
      ...(unread === 0 ? {} : { unread }),
    };
  }
}

function unlessDamaged<R>(table: QueriedTable<R>, row: Row): R | undefined {
  try {
    return table.record(row);
  } catch (error) {
    // A time beyond all dates is a RangeError.
    if (error instanceof RangeError || (error instanceof StoreError && error.kind === 'database_damaged'))
      return undefined;
    throw error;
  }
}

function placeOf(id: string | undefined, rank: number): RecordCursor | undefined {
  return id === undefined ? undefined : `${rank}.${id}`;
}

interface PartsAsked {
  table: QueriedTable<unknown>;
  view: TableView;
  sort: NonNullable<PlaceAsked['sort']>;
  backwards: boolean;
  descending: boolean;
  cursor: RecordCursor | undefined;
}

/** What is still to be gone through, in order; each is planned when its turn comes. */
function* partsOf(condition: ResolvedCondition, asked: PartsAsked): Generator<Part, void> {
  const { table, view, sort, backwards, cursor } = asked;
  if (sort === 'newest' || sort === 'oldest') {
    const plan = queryPlan(condition, { table, view });
    if (plan) yield { rank: undefined, plan: cursor === undefined ? plan : beyond(plan, cursor, asked) };
    return;
  }
  const rising = (sort === 'lowest') !== backwards;
  const names = ranksOf(table.rank);
  const ranks = rising ? [...names.keys()] : [...names.keys()].toReversed();
  const from = cursor === undefined ? ranks[0] : Number(cursor[0]);
  for (const rank of ranks.slice(ranks.indexOf(from ?? 0))) {
    const classes = view.classes.filter(
      ({ shared }) => table.rank && shared[table.rank.field] === names[rank],
    );
    const plan = queryPlan(condition, { table, view, classes });
    if (!plan) continue;
    const begun = cursor !== undefined && rank === from;
    yield { rank, plan: begun ? beyond(plan, cursor, asked) : plan };
  }
}

function beyond(
  plan: QueryPlan,
  cursor: RecordCursor,
  { table: { sequence }, descending }: PartsAsked,
): QueryPlan {
  const id = cursor.slice(2);
  if (descending) return { ...plan, last: Math.min(plan.last, sequence.from(id) - 1) };
  return { ...plan, first: Math.max(plan.first, sequence.from((BigInt(id) + 1n).toString())) };
}
