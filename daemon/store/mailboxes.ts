import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { LetterFields } from './letter-row.ts';
import { letterRows } from './letter-rows.ts';
import type { Transactions } from './transactions.ts';

/** Whose numbers are spoken of; without UIDVALIDITY it is POP3. */
export interface Mailbox {
  accountId: Id;
  endpoint: string;
  uidValidity?: string;
}

export interface NewLetter {
  /** UID or UIDL. */
  uid: string;
  /** What stays the same when the server gives it a new number; none for one that was not read. */
  digest?: Uint8Array;
  fields: LetterFields;
}

export interface TakenLetters {
  mailbox: Mailbox;
  letters: readonly NewLetter[];
  /** IMAP: all UIDs up to this one are dealt with. */
  upTo?: number;
}

/** Where a letter can be read anew; `current` when its number still holds. */
export interface LetterOrigin {
  accountId: Id;
  endpoint: string;
  uidValidity?: string;
  uid: string;
  current: boolean;
}

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
}

/** What is known of each mailbox. Letters and the mark behind them are one write: after a crash none is missing and none doubled. */
export function mailboxesTable({ db, newId, transactions: { write } }: Parts) {
  const rows = letterRows(db, newId);
  const known = db.prepare(
    'SELECT endpoint, generation, uid_validity, highest_uid FROM mailboxes WHERE account_id = ?',
  );
  const begin = db.prepare(
    `INSERT INTO mailboxes (account_id, endpoint, generation, uid_validity) VALUES (:id, :endpoint, 1, :uid_validity)
     ON CONFLICT (account_id) DO UPDATE SET endpoint = :endpoint, generation = generation + 1,
       uid_validity = :uid_validity, highest_uid = 0`,
  );
  const advance = db.prepare('UPDATE mailboxes SET highest_uid = max(highest_uid, ?) WHERE account_id = ?');
  const seen = db.prepare('SELECT uidl FROM seen_uidls WHERE account_id = ?');
  const see = db.prepare('INSERT OR IGNORE INTO seen_uidls (account_id, uidl) VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM seen_uidls WHERE account_id = ? AND uidl = ?');
  const forgetAll = db.prepare('DELETE FROM seen_uidls WHERE account_id = ?');
  const seqOf = db.prepare('SELECT seq FROM letters WHERE id = ?');
  const originate = db.prepare(
    'INSERT INTO letter_origins (letter, account_id, generation, uid, digest) VALUES (?, ?, ?, ?, ?)',
  );
  const earlier = db.prepare(
    'SELECT letter FROM letter_origins WHERE account_id = ? AND digest = ? AND generation < ? ORDER BY letter LIMIT 1',
  );
  const move = db.prepare('UPDATE letter_origins SET generation = ?, uid = ? WHERE letter = ?');
  const origin = db.prepare(
    `SELECT CAST(letter_origins.account_id AS TEXT) AS account_id, uid, endpoint, uid_validity,
       letter_origins.generation = mailboxes.generation AS current
     FROM letters JOIN letter_origins ON letter = seq
     JOIN mailboxes ON mailboxes.account_id = letter_origins.account_id WHERE letters.id = ?`,
  );

  /** The row of these numbers; one of other numbers begins anew. For use inside a transaction. */
  function opened({ accountId, endpoint, uidValidity }: Mailbox) {
    const id = BigInt(accountId);
    const row = known.get(id);
    if (row?.['endpoint'] === endpoint && row['uid_validity'] === (uidValidity ?? null)) return row;
    begin.run({ id, endpoint, uid_validity: uidValidity ?? null });
    forgetAll.run(id);
    return known.get(id) ?? {};
  }

  return {
    /** IMAP: up to which UID letters are known; 0 where the numbers are new. */
    knownUpTo: (mailbox: Mailbox): number => write(() => Number(opened(mailbox)['highest_uid'])),

    /**
     * POP3: of what the server lists (one id a line, oldest first) the positions of the newest that are not known, `most`
     * of them; older ones count as known from now on, and what is listed no more is forgotten.
     */
    unseen: (mailbox: Mailbox, listed: string, most: number): { positions: number[]; left: number } =>
      write(() => {
        opened(mailbox);
        const id = BigInt(mailbox.accountId);
        const uidls = listed === '' ? [] : listed.split('\n');
        const there = new Set(uidls);
        const before = new Set(seen.all(id).map((row) => String(row['uidl'])));
        for (const uidl of before) if (!there.has(uidl)) forget.run(id, uidl);
        const unknown = uidls.flatMap((uidl, at) => (before.has(uidl) ? [] : [at]));
        const older = unknown.slice(0, Math.max(0, unknown.length - most));
        for (const at of older) see.run(id, uidls[at] ?? '');
        return { positions: unknown.slice(older.length), left: older.length };
      }),

    /**
     * Records the letters and that they are known. One that was recorded under an earlier number is that letter, and only
     * gets its new number. Tells the id of each that is new; undefined when the account leads elsewhere meanwhile.
     */
    take: ({ mailbox, letters, upTo }: TakenLetters): (Id | undefined)[] | undefined =>
      write(() => {
        const id = BigInt(mailbox.accountId);
        const { endpoint, uid_validity: validity, generation = 0 } = known.get(id) ?? {};
        if (endpoint !== mailbox.endpoint || validity !== (mailbox.uidValidity ?? null)) return undefined;
        const added = letters.map(({ uid, digest, fields }) => {
          const same = digest && earlier.get(id, digest, generation)?.['letter'];
          if (mailbox.uidValidity === undefined) see.run(id, uid);
          if (same !== undefined) {
            move.run(generation, uid, same);
            return undefined;
          }
          const letter = rows.add(fields);
          const seq = seqOf.get(BigInt(letter.id))?.['seq'] ?? null;
          originate.run(seq, id, generation, uid, digest ?? null);
          return letter.id;
        });
        if (upTo !== undefined) advance.run(upTo, id);
        return added;
        // A letter that finds no room stays on its server.
      }, 'droppable'),

    /** Undefined for a letter that did not come in, or whose account is gone for good. */
    origin(letterId: Id): LetterOrigin | undefined {
      const row = origin.get(BigInt(letterId));
      if (!row) return undefined;
      const { account_id: accountId, endpoint, uid, uid_validity: validity, current } = row;
      return {
        accountId: String(accountId),
        endpoint: String(endpoint),
        uid: String(uid),
        current: current === 1,
        ...(typeof validity === 'string' ? { uidValidity: validity } : {}),
      };
    },
  };
}
