import type { Account, ConnectionSettings } from '../account.ts';
import { hostOf } from '../endpoint-binding.ts';
import type { Id } from '../id.ts';
import { formOfRow } from './form-of-row.ts';
import type { Row } from './row.ts';

/** Finds, row after row of one file, the stored account that each means, and the row before that means the same. */
export interface RowMatches {
  /** By its id; else of the same type, server, user name and port, of the same name where there are several. */
  storedFor(row: Row): Account | undefined;
  /** The line of an earlier row for the same account, if there is one; else this one is it for all that follow. */
  claim(row: Row, stored: Account | undefined, connection: ConnectionSettings): number | undefined;
}

export function rowMatches(rows: readonly Row[], accounts: readonly Account[]): RowMatches {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const byEndpoint = Map.groupBy(accounts, ({ connection }) => endpointOf(connection));
  // An account that a row names stays for that row, even when another one before it leads there, too.
  const named = new Set<Id | undefined>(rows.map(({ given }) => given.id));
  const lineOf = new Map<Id, number>();
  const seen = new Map<string, { line: number; hasId: boolean }[]>();

  return {
    storedFor(row) {
      const { id } = row.given;
      const own = id && byId.get(id);
      if (own) return own;
      const { name, connection } = formOfRow(row.given);
      const free = (byEndpoint.get(endpointOf(connection)) ?? []).filter((account) =>
        id ? !named.has(account.id) && !lineOf.has(account.id) : true,
      );
      return free.find((account) => account.name === name) ?? free[0];
    },

    claim({ line, given: { id } }, stored, connection) {
      const endpoint = endpointOf(connection);
      const others = seen.get(endpoint) ?? [];
      // Two rows with an id each are two accounts, such as one and its duplicate.
      const same = others.find(({ hasId }) => !hasId || !id);
      const before = (stored && lineOf.get(stored.id)) ?? (id && lineOf.get(id)) ?? same?.line;
      if (before) return before;
      if (stored) lineOf.set(stored.id, line);
      if (id) lineOf.set(id, line);
      seen.set(endpoint, [...others, { line, hasId: id !== undefined }]);
      return undefined;
    },
  };
}

function endpointOf({ type, server, port, username }: ConnectionSettings): string {
  return JSON.stringify([type, hostOf(server), port, username]);
}
