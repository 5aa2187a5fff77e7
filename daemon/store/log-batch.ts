import type { Id } from '../../shared/id.ts';
import { LogRecord } from '../../shared/log.ts';
import { foldedColumn } from './log-row.ts';
import { acceptedValue } from './rows.ts';

/** A record before it has its id. */
export type LogEntry = Omit<LogRecord, 'id'>;

/** What many records have in common. */
export type LogClassKey = Pick<LogRecord, 'source' | 'level' | 'username' | 'createdBy'>;

/**
 * Accepted entries as columns: to send five hundred objects to the store's thread and back took as long as to write
 * them.
 */
export interface LogBatch {
  classes: LogClassKey[];
  /** The place of each record's class in `classes`. */
  classOf: Uint32Array;
  createdAt: Float64Array;
  messages: string[];
  /** What conditions compare in place of the message, see {@link foldedColumn}. */
  folded: (string | null)[];
  /** 0 where there is none. */
  accounts: BigInt64Array;
  tests: BigInt64Array;
}

const { createdAt, source, level, message, username, createdBy, accountId, testId } = LogRecord.shape;

/** Throws StoreError `value_refused` where one of them could be no record. */
export function logBatch(entries: readonly LogEntry[]): LogBatch {
  const batch: LogBatch = {
    classes: [],
    classOf: new Uint32Array(entries.length),
    createdAt: new Float64Array(entries.length),
    messages: [],
    folded: [],
    accounts: new BigInt64Array(entries.length),
    tests: new BigInt64Array(entries.length),
  };
  const msOf = remembering((iso: string) => Date.parse(acceptedValue(createdAt, iso)));
  const accountOf = remembering((id: Id | undefined) => BigInt(acceptedValue(accountId, id) ?? 0));
  const testOf = remembering((id: Id | undefined) => BigInt(acceptedValue(testId, id) ?? 0));
  for (const [at, entry] of entries.entries()) {
    batch.classOf[at] = classOf(entry);
    batch.createdAt[at] = msOf(entry.createdAt);
    const text = acceptedValue(message, entry.message);
    batch.messages.push(text);
    batch.folded.push(foldedColumn(text));
    batch.accounts[at] = accountOf(entry.accountId);
    batch.tests[at] = testOf(entry.testId);
  }
  return batch;

  function classOf(entry: LogEntry): number {
    // A few in a batch: to go through them is faster than a key of four texts.
    const known = batch.classes.findIndex((each) => isOf(entry, each));
    if (known >= 0) return known;
    return (
      batch.classes.push({
        source: acceptedValue(source, entry.source),
        level: acceptedValue(level, entry.level),
        username: acceptedValue(username, entry.username),
        createdBy: acceptedValue(createdBy, entry.createdBy),
      }) - 1
    );
  }
}

function isOf(entry: LogEntry, { source, level, username, createdBy }: LogClassKey): boolean {
  return (
    entry.source === source &&
    entry.level === level &&
    entry.username === username &&
    entry.createdBy === createdBy
  );
}

/** The records that they became: their ids follow one another. */
export function numberedRecords(entries: readonly LogEntry[], first: Id): LogRecord[] {
  let next = BigInt(first);
  // Named one by one: what else an object may have is in no record.
  return entries.map(({ createdAt, source, level, message, username, createdBy, accountId, testId }) => ({
    id: (next++).toString(),
    createdAt,
    source,
    level,
    message,
    username,
    createdBy,
    ...(accountId === undefined ? {} : { accountId }),
    ...(testId === undefined ? {} : { testId }),
  }));
}

/** Neighbours often have the same value: it is looked at once. */
function remembering<In, Out>(look: (value: In) => Out): (value: In) => Out {
  let last: { value: In; found: Out } | undefined;
  return (value) => {
    if (!last || last.value !== value) last = { value, found: look(value) };
    return last.found;
  };
}
