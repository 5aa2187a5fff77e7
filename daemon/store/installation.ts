import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Transactions } from './transactions.ts';

/** What is true of this data directory as a whole, from its first start on. */
export function installationTable({
  db,
  transactions: { write },
}: {
  db: DatabaseSync;
  transactions: Transactions;
}) {
  const select = db.prepare('SELECT id, vault_generation, canary_written FROM installation');
  const setGeneration = db.prepare('UPDATE installation SET vault_generation = ?');
  const rememberCanary = db.prepare('UPDATE installation SET canary_written = 1');
  if (!select.get()) {
    const insert = db.prepare('INSERT INTO installation (one, id) VALUES (1, ?)');
    write(() => insert.run(randomUUID()));
  }

  return {
    /** The first part of the names under which the keychain holds our passwords. */
    id: (): string => String(select.get()?.['id']),

    /** The vault's generation at its last write: a lower one in the file means that an old file was put back. */
    vaultGeneration: (): number => Number(select.get()?.['vault_generation']),

    setVaultGeneration: (generation: number): void => {
      write(() => setGeneration.run(generation));
    },

    /** Whether the keychain was ever given the item that shows it unlocked. */
    canaryWritten: (): boolean => select.get()?.['canary_written'] === 1,

    rememberCanary: (): void => {
      write(() => rememberCanary.run());
    },
  };
}
