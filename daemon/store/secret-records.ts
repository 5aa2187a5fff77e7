import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import { SecretBackend } from '../../shared/secret-place.ts';
import { type Row, parsedRow } from './rows.ts';
import type { Transactions } from './transactions.ts';
import { texts } from './texts.ts';

/** The password of this account, in this place. */
export interface KeptSecret {
  accountId: Id;
  backend: SecretBackend;
}

/** What is recorded together when passwords have moved. */
export interface SecretsMoved {
  /** Where new passwords go from now on; as before when left out. */
  place?: SecretBackend | undefined;
  /** Where each lies now. */
  kept: readonly KeptSecret[];
  /** Accounts whose password was found nowhere. */
  lost: readonly Id[];
  /** Copies that are still to be deleted. */
  left: readonly KeptSecret[];
}

/** Where passwords lie, and which writes in those places were begun and not ended; never a password. */
export function secretRecords({
  db,
  transactions: { write },
}: {
  db: DatabaseSync;
  transactions: Transactions;
}) {
  const place = db.prepare('SELECT kept_in FROM installation');
  const setPlace = db.prepare('UPDATE installation SET kept_in = ?');
  const kept = db.prepare(
    "SELECT CAST(id AS TEXT) AS id, kept_in AS place FROM accounts WHERE kept_in <> 'lost' ORDER BY accounts.id",
  );
  const lost = db.prepare(
    "SELECT CAST(id AS TEXT) AS id FROM accounts WHERE kept_in = 'lost' AND deleted_at IS NULL",
  );
  const keep = db.prepare('UPDATE accounts SET kept_in = ? WHERE id = ?');
  const begun = db.prepare('SELECT CAST(account_id AS TEXT) AS id, kept_in AS place FROM begun_writes');
  const begin = db.prepare('INSERT OR IGNORE INTO begun_writes (account_id, kept_in) VALUES (?, ?)');
  const end = db.prepare('DELETE FROM begun_writes WHERE account_id = ? AND kept_in = ?');

  return {
    /** Where new passwords go; undefined before the first start has chosen. */
    place(): SecretBackend | undefined {
      const chosen = place.get()?.['kept_in'];
      return chosen === null ? undefined : parsedRow(SecretBackend, chosen, () => texts.placeChanged);
    },

    setPlace(backend: SecretBackend): void {
      write(() => setPlace.run(backend));
    },

    kept: (): KeptSecret[] => kept.all().map(keptSecret),

    /** Accounts whose password was found nowhere and was not typed since. */
    lost: (): Id[] => lost.all().map(({ id }) => String(id)),

    begun: (): KeptSecret[] => begun.all().map(keptSecret),

    /** Before a password is written to or deleted from a place. */
    begin({ accountId, backend }: KeptSecret): void {
      write(() => begin.run(BigInt(accountId), backend));
    },

    /** After place and row agree again. */
    end(ended: readonly KeptSecret[]): void {
      write(() => {
        for (const { accountId, backend } of ended) end.run(BigInt(accountId), backend);
      });
    },

    moved({ place, kept, lost, left }: SecretsMoved): void {
      write(() => {
        if (place !== undefined) setPlace.run(place);
        for (const { accountId, backend } of kept) keep.run(backend, BigInt(accountId));
        for (const accountId of lost) keep.run(nowhere, BigInt(accountId));
        for (const { accountId, backend } of left) begin.run(BigInt(accountId), backend);
      });
    },
  };
}

/** Stands in the place of the place, until the password is typed anew. */
const nowhere = 'lost';

function keptSecret({ id, place }: Row): KeptSecret {
  return {
    accountId: String(id),
    backend: parsedRow(SecretBackend, place, () => texts.passwordPlaceChanged(String(id))),
  };
}
