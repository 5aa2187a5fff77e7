import type { DatabaseSync } from 'node:sqlite';
import { properties as rules } from '../../shared/properties.ts';
import { backUpDaily } from './backup.ts';
import { trimLetters } from './letter-retention.ts';
import { logSearch } from './log-search.ts';
import { noteClock } from './note-clock.ts';
import type { PropertiesTable } from './properties.ts';
import { type Keep, trimLog } from './retention.ts';
import type { Transactions } from './transactions.ts';

interface Parts {
  db: DatabaseSync;
  directory: string;
  transactions: Transactions;
  properties: PropertiesTable;
}

/** What is done by itself once an hour, and what the pages may ask for. */
export function housekeeping({ db, directory, transactions, properties }: Parts) {
  const search = logSearch({ db, transactions });
  let backingUp: Promise<boolean> | undefined;
  let filling: Promise<void> | undefined;

  return {
    /** Whether the disk is full, so that the log is not written. */
    diskFull: (): boolean => transactions.full,

    /** Today's backup; false when it was there already. */
    backUp(): Promise<boolean> {
      backingUp ??= backUpDaily(db, directory).finally(() => (backingUp = undefined));
      return backingUp;
    },

    /** Brings the search index of the log up to date; while `busy`, only where far too much waits. */
    fillSearch(busy?: () => boolean): Promise<void> {
      filling ??= search.fill(busy).finally(() => (filling = undefined));
      return filling;
    },

    /** What retention counts age by, where nothing is recorded for long. */
    noteClock: (): void => noteClock({ db, transactions }),

    /** Deletes log records beyond what the properties keep, and tells how many. */
    trimLog: (): Promise<number> => trimLog({ db, transactions }, keep()),

    /** The same of letters. */
    trimLetters: (): Promise<number> => trimLetters({ db, transactions }, keep()),
  };

  function keep(): Keep {
    const values = properties.all();
    const damaged = properties.damaged();
    // Nothing is deleted by a default in place of a limit that cannot be read.
    const limit = (name: 'mailprobe.log.keep.days' | 'mailprobe.log.keep.records') =>
      damaged.includes(name) ? rules[name].most : values[name];
    return { days: limit('mailprobe.log.keep.days'), records: limit('mailprobe.log.keep.records') };
  }
}
