import type { DatabaseSync } from 'node:sqlite';

/** One change of the schema. Its number is its place in the list, counted from 1; it never changes once released. */
export interface Migration {
  readonly name: string;
  /** Runs inside the one transaction of the start: no BEGIN, COMMIT or PRAGMA in here. */
  readonly up: (db: DatabaseSync) => void;
}
