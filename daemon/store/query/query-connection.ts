import { type DatabaseSync, constants } from 'node:sqlite';
import { connect } from '../settings.ts';

/** All that a query reads. The search index reads its own tables, and `sqlite_schema` when it is opened. */
const tables =
  /^(?:letters|letter_texts|log|log_classes|log_blocks|log_terms|log_search|log_search_\w+|sqlite_master|sqlite_schema)$/;
const functions = new Set(['char', 'coalesce', 'count', 'instr', 'lower', 'match', 'max', 'min', 'substr']);

/**
 * A connection that can read what is listed and nothing else (security §6): read-only, without PRAGMA and ATTACH, with few
 * functions, whatever a condition were able to make of the SQL.
 */
export function queryConnection(path: string): DatabaseSync {
  const db = connect(path, { readOnly: true });
  // Also the pages that every query looks through first.
  db.exec('PRAGMA cache_size = -16384');
  db.setAuthorizer((action, first, second) => (isAllowed(action, first, second) ? allow : deny));
  return db;
}

const { SQLITE_OK: allow, SQLITE_DENY: deny } = constants;

function isAllowed(action: number, first: string | null, second: string | null): boolean {
  switch (action) {
    case constants.SQLITE_SELECT:
    case constants.SQLITE_TRANSACTION:
      return true;
    case constants.SQLITE_READ:
      return first !== null && tables.test(first);
    case constants.SQLITE_FUNCTION:
      return second !== null && functions.has(second.toLowerCase());
    case constants.SQLITE_PRAGMA:
      // The search index asks whether the file has changed.
      return first === 'data_version' && second === null;
    default:
      return false;
  }
}
