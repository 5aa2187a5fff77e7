import { type Id, systemUserId } from '../../shared/id.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { LogLevel, LogRecord } from '../../shared/log.ts';
import type { LogEntry } from '../store/log-batch.ts';
import type { Person } from '../store/person.ts';
import type { RemoteTables } from '../store/store-port.ts';
import type { ServiceLog } from './refusing-store.ts';
import { Refused } from '../../shared/refusal.ts';

/** An entry without what is the same for all: when, and who. */
export type Words = Omit<LogEntry, 'createdAt' | 'username' | 'createdBy'>;

export interface LogWriter {
  /** In order, as of now. Resolves at once unless far too many wait for the disk. */
  add(words: readonly Words[]): Promise<void>;
  /** Resolves when all that was added is on disk and in the live stream, or given up. Never rejects. */
  flush(): Promise<void>;
  /** What was done, under the source System. Resolves as `flush`. */
  system(message: string, more?: { level?: LogLevel; accountId?: Id }): Promise<void>;
}

/** Its own records are the person's. */
export interface MainLog extends LogWriter {
  /** Those of automatic jobs are the system user's; the order of both is one. */
  readonly automatic: LogWriter;
}

const batchMs = 50;
const mostWaiting = 2_000;
const mostInAppend = 500;
/** A line of the live stream stays below the 64 KiB that a client reads. */
const lineCharacters = 24_000;

interface Options {
  log: RemoteTables['log'];
  person: Person;
  tell: (event: LiveEvent) => void;
  operationalLog?: ServiceLog | undefined;
}

/** The Main Log, written in batches; each record reaches the live stream after it is on disk. */
export function mainLog({ log, person, tell, operationalLog }: Options): MainLog {
  let waiting: LogEntry[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInAppend);
      waiting = waiting.slice(mostInAppend);
      try {
        const records = await log.append(batch);
        for (const part of parts(records)) tell({ type: 'log', records: part });
      } catch (error) {
        // A full disk stops the log before anything else, and the status says so.
        const full = error instanceof Refused && error.refusal.kind === 'disk_full';
        if (!full) operationalLog?.error({ err: error }, 'Records of the Main Log were not written.');
      }
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing ??= write().finally(() => (writing = undefined));
    await writing;
    // Added in the moment between the last look and the end.
    if (waiting.length > 0) await flush();
  }

  function writerOf({ username, id: createdBy }: Person): LogWriter {
    const add = async (words: readonly Words[]): Promise<void> => {
      const createdAt = new Date().toISOString();
      waiting.push(...words.map((each) => ({ ...each, username, createdBy, createdAt })));
      if (waiting.length > mostWaiting) return flush();
      if (waiting.length > 0) timer ??= setTimeout(() => void flush(), batchMs);
    };
    return {
      add,
      flush,
      async system(message, { level = 'Info', accountId } = {}) {
        await add([{ source: 'System', level, message, ...(accountId === undefined ? {} : { accountId }) }]);
        await flush();
      },
    };
  }

  return { ...writerOf(person), automatic: writerOf(systemUser) };
}

export const systemUser: Person = { id: systemUserId, username: 'system' };

function parts(records: readonly LogRecord[]): LogRecord[][] {
  const found: LogRecord[][] = [];
  let room = 0;
  for (const record of records) {
    // A character of a message is up to six as JSON.
    const size = JSON.stringify(record).length;
    const part = found.at(-1);
    if (part && size <= room) part.push(record);
    else found.push([record]);
    room = (part && size <= room ? room : lineCharacters) - size;
  }
  return found;
}
