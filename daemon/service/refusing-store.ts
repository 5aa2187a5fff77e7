import type { RefusalKind } from '../../shared/refusal.ts';
import { methods, type RemoteTables } from '../store/store-port.ts';
import { SaidRefused } from './refuse.ts';
import { texts } from './texts.ts';
import { StoreError, type StoreErrorKind } from '../store/store-error.ts';

/** Where faults go that a person can do nothing about; pino's logger fits. */
export interface ServiceLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The store's tables, each method rejecting with `Refused` alone. The one place that knows what a StoreError means to a client. */
export function refusingStore(store: RemoteTables, log?: ServiceLog): RemoteTables {
  const tables = Object.entries(methods).map(([table, names]) => {
    const calls = store[table as keyof RemoteTables] as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const refusing = Object.keys(names).map((method) => {
      const call = async (...args: unknown[]) => {
        try {
          return await calls[method]?.(...args);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          if (kinds[error.kind] === 'internal')
            log?.error({ err: error, table, method }, 'The store failed.');
          throw refusalOf(error);
        }
      };
      return [method, call] as const;
    });
    return [table, Object.fromEntries(refusing)] as const;
  });
  return Object.fromEntries(tables) as unknown as RemoteTables;
}

/** What an error of the store means to a client. */
export function refusalOf({ kind, sentence, repair }: StoreError): SaidRefused {
  // The words of a failure that nobody foresaw are SQLite's, and no sentence.
  return new SaidRefused({ kind: kinds[kind], message: sentence ?? texts.storeFailed, repair });
}

const kinds: Record<StoreErrorKind, RefusalKind> = {
  not_found: 'not_found',
  value_refused: 'invalid',
  disk_full: 'disk_full',
  directory_link: 'internal',
  directory_of_others: 'internal',
  directory_foreign: 'internal',
  directory_loose: 'internal',
  directory_unusable: 'internal',
  already_running: 'internal',
  schema_newer: 'internal',
  database_missing: 'internal',
  database_damaged: 'internal',
  backup_damaged: 'internal',
  store_gone: 'internal',
  failed: 'internal',
};
