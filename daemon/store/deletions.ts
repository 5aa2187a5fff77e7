import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { PropertyName } from '../../shared/properties.ts';
import { SecretBackend } from '../../shared/secret-place.ts';
import type { LostDefaults } from './lost-defaults.ts';
import { parsedRow } from './rows.ts';
import type { Transactions } from './transactions.ts';
import { texts } from './texts.ts';

interface Parts {
  db: DatabaseSync;
  transactions: Transactions;
  /** Inside a transaction: properties that a change of accounts left pointing nowhere, with what they named. */
  resetBroken: () => ReadonlyMap<PropertyName, Id>;
  lost: LostDefaults;
}

/** Deleted accounts, which nothing else sees: kept with their passwords, so that a deletion can be undone, until they are purged. */
export function deletionsTable({ db, transactions: { write }, resetBroken, lost }: Parts) {
  const flag = db.prepare('UPDATE accounts SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const unflag = db.prepare('UPDATE accounts SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL');
  const places = db.prepare(
    "SELECT DISTINCT kept_in FROM accounts WHERE deleted_at <= ? AND kept_in <> 'lost'",
  );
  const begin = db.prepare(
    `INSERT OR IGNORE INTO begun_writes (account_id, kept_in)
     SELECT id, kept_in FROM accounts WHERE deleted_at <= ? AND kept_in <> 'lost'`,
  );
  const newest = db.prepare('SELECT max(deleted_at) AS at FROM accounts');
  const restorable = db.prepare('SELECT 1 FROM accounts WHERE id = ? AND deleted_at IS NOT NULL');
  const purge = db.prepare('DELETE FROM accounts WHERE deleted_at <= ?');

  return {
    /** Tells which of them were there until now. */
    remove(ids: readonly Id[], atMs: number): { deleted: Id[]; resets: PropertyName[] } {
      return write(() => {
        const deleted = ids.filter((id) => flag.run(atMs, BigInt(id)).changes === 1);
        const reset = resetBroken();
        lost.note(reset);
        return { deleted, resets: [...reset.keys()] };
      });
    },

    /** Tells which of them are back, and which properties name one of them again. */
    restore(ids: readonly Id[]): { restored: Id[]; defaults: PropertyName[] } {
      return write(() => {
        const restored = ids.filter((id) => unflag.run(BigInt(id)).changes === 1);
        return { restored, defaults: lost.giveBack(restored) };
      });
    },

    /** False for one that is there, or gone for good. */
    isRestorable: (id: Id): boolean => restorable.get(BigInt(id)) !== undefined,

    /** When the last of those that are still kept was deleted, by the clock of that moment; 0 when none is. */
    newest: (): number => Number(newest.get()?.['at'] ?? 0),

    /**
     * Deletes for good what was deleted until then. In the same write it notes each password as a write that was begun
     * and not ended: where one is noted, it lies without an account, and its place is told.
     */
    purge(untilMs: number): SecretBackend[] {
      return write(() => {
        const found = places.all(untilMs).map((row) => placeOf(row['kept_in']));
        begin.run(untilMs);
        purge.run(untilMs);
        return found;
      });
    },
  };
}

function placeOf(text: unknown): SecretBackend {
  return parsedRow(SecretBackend, text, () => texts.deletedPlaceChanged);
}
