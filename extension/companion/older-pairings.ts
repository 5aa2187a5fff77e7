import type { Client } from '../../shared/client.ts';

type Paired = Pick<Client, 'id' | 'name' | 'origin' | 'createdAt'>;

/** Ids of those that a newer one of the same name and origin may have taken the place of: nobody but the person can tell. */
export function olderPairings(clients: readonly Paired[]): ReadonlySet<string> {
  const older = clients.filter((client) =>
    clients.some(
      ({ name, origin, createdAt }) =>
        name === client.name && origin === client.origin && createdAt > client.createdAt,
    ),
  );
  return new Set(older.map(({ id }) => id));
}
