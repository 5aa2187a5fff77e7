import { StoreError } from './store-error.ts';
import { texts } from './texts.ts';

/** SQLite's primary result codes that mean something to us (https://www.sqlite.org/rescode.html). */
const busy = 5;
const corrupt = 11;
const full = 13;
const notADatabase = 26;

/** A disk-full or damage error of SQLite as a StoreError; anything else as it is. */
export function typedSqliteError(error: unknown): unknown {
  switch (primaryCode(error)) {
    case full:
      return new StoreError('disk_full', texts.diskFull, { cause: error });
    case corrupt:
    case notADatabase:
      return new StoreError('database_damaged', texts.databaseDamaged, { cause: error });
    default:
      return error;
  }
}

/** Somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === busy;
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  // The upper bytes refine the code: SQLITE_CORRUPT_INDEX is 11 | 3 << 8.
  return error.errcode & 0xff;
}
