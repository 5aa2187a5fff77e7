import type { DatabaseSync } from 'node:sqlite';
import { Client, mostClients } from '../../shared/client.ts';
import { type Row, acceptedValue, isoTime, parsedRow } from './rows.ts';
import { StoreError } from './store-error.ts';
import type { Transactions } from './transactions.ts';
import { texts } from './texts.ts';

/** Paired browsers, longest paired first. The command line is none of them: it is known by its key file. */
export function clientsTable({
  db,
  transactions: { write },
}: {
  db: DatabaseSync;
  transactions: Transactions;
}) {
  const columns = 'id, public_key, origin, name, created_at, last_used_at';
  const all = db.prepare(`SELECT ${columns} FROM clients ORDER BY created_at, id`);
  const one = db.prepare(`SELECT ${columns} FROM clients WHERE id = ?`);
  const count = db.prepare('SELECT count(*) AS n FROM clients');
  const insert = db.prepare(
    `INSERT INTO clients (${columns}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, name = excluded.name`,
  );
  const unused = db.prepare(`SELECT ${columns} FROM clients ORDER BY last_used_at, id LIMIT 1`);
  const touch = db.prepare('UPDATE clients SET last_used_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM clients WHERE id = ?');

  function get(id: string): Client | undefined {
    const row = one.get(id);
    return row && clientOf(row);
  }

  return {
    list: (): Client[] => all.all().map(clientOf),

    get,

    /**
     * Pairing the same key again renews its origin and name; those it takes the place of go in the same transaction.
     * Throws StoreError `value_refused` when all places are taken.
     */
    add(
      fields: Omit<Client, 'createdAt' | 'lastUsedAt'>,
      now = Date.now(),
      replaced: readonly string[] = [],
    ): Client {
      const client = acceptedValue(Client, { ...fields, createdAt: isoTime(now), lastUsedAt: isoTime(now) });
      const { id, publicKey, origin, name } = client;
      return write(() => {
        for (const old of replaced) remove.run(old);
        const row = Number(count.get()?.['n']) >= mostClients && !one.get(id) ? unused.get() : undefined;
        if (row) throw tooMany(clientOf(row));
        insert.run(id, publicKey, origin, name, now, now);
        return get(id) ?? client;
      });
    },

    /** Notes that it was used just now; false when it is not paired. */
    touch: (id: string, now = Date.now()): boolean => write(() => touch.run(now, id)).changes === 1,

    /** False when it was not paired. */
    remove: (id: string): boolean => write(() => remove.run(id)).changes === 1,
  };
}

function clientOf(row: Row): Client {
  const { id, public_key: publicKey, origin, name } = row;
  const times = { createdAt: isoTime(row['created_at']), lastUsedAt: isoTime(row['last_used_at']) };
  return parsedRow(Client, { id, publicKey, origin, name, ...times }, () => texts.clientChanged(String(id)));
}

function tooMany({ id, name, lastUsedAt }: Client): StoreError {
  return new StoreError('value_refused', texts.tooManyBrowsers(mostClients, name, lastUsedAt.slice(0, 10)), {
    repair: `npx mailprobe clients revoke ${id}`,
  });
}
