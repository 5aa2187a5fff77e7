import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import type { DealtUids, KnownUids } from '../uids.ts';
import { leftUids } from './left-uids.ts';
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
  /** IMAP. */
  uids?: DealtUids;
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
  const uids = leftUids(db);
  const known = db.prepare(
    'SELECT endpoint, generation, uid_validity, highest_uid FROM mailboxes WHERE account_id = ?',
  );
  const begin = db.prepare(
    `INSERT INTO mailboxes (account_id, endpoint, generation, uid_validity) VALUES (:id, :endpoint, 1, :uid_validity)
     ON CONFLICT (account_id) DO UPDATE SET endpoint = :endpoint, generation = generation + 1,
       uid_validity = :uid_validity, highest_uid = 0`,
  );
  const advance = db.prepare('UPDATE mailboxes SET highest_uid = max(highest_uid, ?) WHERE account_id = ?');
  const seen = db.prepare('SELECT uidl, left_behind FROM seen_uidls WHERE account_id = ?');
  const see = db.prepare(
    `INSERT INTO seen_uidls (account_id, uidl, left_behind) VALUES (:id, :uidl, :left_behind)
     ON CONFLICT DO UPDATE SET left_behind = :left_behind`,
  );
  const forget = db.prepare('DELETE FROM seen_uidls WHERE account_id = ? AND uidl = ?');
  const forgetAll = db.prepare('DELETE FROM seen_uidls WHERE account_id = ?');
  const seqOf = db.prepare('SELECT seq FROM letters WHERE id = ?');
  const originate = db.prepare(
    'INSERT INTO letter_origins (letter, account_id, generation, uid, digest) VALUES (?, ?, ?, ?, ?)',
  );
  // The same number again: a maildrop has left it out of its list for a while.
  const earlier = db.prepare(
    `SELECT letter FROM letter_origins WHERE account_id = :id AND digest = :digest AND (generation < :generation OR uid = :uid)
     ORDER BY letter LIMIT 1`,
  );
  const sameNumber = db.prepare(
    'SELECT letter FROM letter_origins WHERE account_id = :id AND uid = :uid AND generation = :generation ORDER BY letter LIMIT 1',
  );
  const unread = db.prepare(
    `SELECT letter FROM letter_origins WHERE account_id = :id AND uid = :uid AND generation = :generation AND digest IS NULL
     ORDER BY letter LIMIT 1`,
  );
  const nowRead = db.prepare('UPDATE letter_origins SET digest = ? WHERE letter = ?');
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
    uids.forget(id);
    return known.get(id) ?? {};
  }

  return {
    /** IMAP. */
    knownUids: (mailbox: Mailbox): KnownUids =>
      write(() => {
        const id = BigInt(mailbox.accountId);
        const upTo = Number(opened(mailbox)['highest_uid']);
        return { upTo, left: uids.ranges(id), missed: uids.missed(id) };
      }),

    /**
     * POP3: of what the server lists (one id a line, oldest first) the positions of the newest that are not known, or of
     * those that were `left` before, `most` of them. Older ones are left from now on, and what is listed no more is forgotten.
     * `before` counts what an earlier fetch has left, where that is not what is asked for.
     */
    unseen: (
      mailbox: Mailbox,
      listed: string,
      { most, of }: { most: number; of: 'new' | 'left' },
    ): { positions: number[]; left: number; before: number } =>
      write(() => {
        opened(mailbox);
        const id = BigInt(mailbox.accountId);
        const uidls = listed === '' ? [] : listed.split('\n');
        const there = new Set(uidls);
        const before = new Map(seen.all(id).map((row) => [String(row['uidl']), row['left_behind'] === 1]));
        for (const uidl of before.keys()) if (!there.has(uidl)) forget.run(id, uidl);
        // Whether it was left; undefined for a new one.
        const wanted = of === 'left' ? true : undefined;
        const found = uidls.flatMap((uidl, at) => (before.get(uidl) === wanted ? [at] : []));
        const older = found.slice(0, Math.max(0, found.length - most));
        if (of === 'new') for (const at of older) see.run({ id, uidl: uidls[at] ?? '', left_behind: 1 });
        const leftBefore = of === 'left' ? [] : uidls.filter((uidl) => before.get(uidl));
        return { positions: found.slice(older.length), left: older.length, before: leftBefore.length };
      }),

    /**
     * Records the letters and that they are known. One that was recorded under an earlier number, or this one, is that
     * letter, and only gets its new number. One that could not be read
     * before becomes what it is. Tells the id of each that is new, or newly read; undefined when the account leads elsewhere
     * meanwhile.
     */
    take: ({ mailbox, letters, uids: dealt = {} }: TakenLetters): (Id | undefined)[] | undefined =>
      write(() => {
        const id = BigInt(mailbox.accountId);
        const { endpoint, uid_validity: validity, generation = 0 } = known.get(id) ?? {};
        if (endpoint !== mailbox.endpoint || validity !== (mailbox.uidValidity ?? null)) return undefined;
        const added = letters.map(({ uid, digest, fields }) => {
          // One that cannot be read has its number alone.
          const found = digest
            ? earlier.get({ id, digest, generation, uid })
            : sameNumber.get({ id, uid, generation });
          const same = found?.['letter'];
          if (mailbox.uidValidity === undefined) see.run({ id, uidl: uid, left_behind: 0 });
          else uids.found(id, Number(uid));
          if (same !== undefined) {
            move.run(generation, uid, same);
            return undefined;
          }
          // It could not be read when its number came first: it is that letter, and new to whoever reads.
          const before = digest && unread.get({ id, uid, generation })?.['letter'];
          if (digest && before !== undefined) {
            nowRead.run(digest, before);
            return rows.replace(Number(before), fields);
          }
          const letter = rows.add(fields);
          const seq = seqOf.get(BigInt(letter.id))?.['seq'] ?? null;
          originate.run(seq, id, generation, uid, digest ?? null);
          return letter.id;
        });
        if (dealt.upTo !== undefined) advance.run(dealt.upTo, id);
        if (dealt.left) uids.leave(id, dealt.left);
        if (dealt.downTo !== undefined) uids.dealtFrom(id, dealt.downTo);
        for (const uid of dealt.missed ?? []) uids.miss(id, uid);
        for (const uid of dealt.gone ?? []) uids.found(id, uid);
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
