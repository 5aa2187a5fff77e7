import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import {
  type Delivery,
  type Letter,
  letterLimits,
  type LetterReason,
  type LetterStatus,
} from '../../shared/letter.ts';
import { testLetterMinutes } from '../../shared/test-letter-minutes.ts';
import type { FailureKind } from '../../shared/failure.ts';
import { bringForward } from './bring-forward.ts';
import { foldedColumn } from './log-row.ts';
import { type LetterFields, replyColumns } from './letter-row.ts';
import { letterRows } from './letter-rows.ts';
import { queued, unsent } from './queued-letters.ts';
import { statusOf } from './status-of.ts';
import { StoreError } from './store-error.ts';
import type { Transactions } from './transactions.ts';

/** How one try to send a letter ended. */
export interface EndedSending {
  status: Extract<LetterStatus, 'Ready' | 'Processed' | 'Failed' | 'Unknown'>;
  deliveries: readonly Delivery[];
  /** When it is tried again, of one that is Ready. */
  nextAttemptMs?: number | undefined;
  reply?: string | undefined;
  queueId?: string | undefined;
  failureKind?: FailureKind | undefined;
  reason?: LetterReason | undefined;
}

/** What a try begins with: who is named as sender, the size, and to whom it goes. */
export interface BegunSending {
  sender: string;
  octets: number;
  deliveries: readonly Delivery[];
  redirectedTo?: string | undefined;
}

/** What became of those that were being sent when a daemon ended. */
export type LeftLetters = Record<'ready' | 'unknown' | 'failed', { id: Id; accountId: Id }[]>;

interface Parts {
  db: DatabaseSync;
  newId: () => Id;
  transactions: Transactions;
}

/** Of a row of json_each: text alone is no JSON, and would be an error. */
const outcomeOfOne = `iif(type = 'object', value ->> 'outcome', NULL)`;

/** An SQL condition on a letter: some recipient's outcome is this one. What cannot be read says nothing. */
function hasOutcome(outcome: Delivery['outcome']): string {
  return `EXISTS (
    SELECT 1 FROM letter_texts, json_each(iif(json_valid(deliveries), deliveries, '[]'))
    WHERE letter = letters.seq AND ${outcomeOfOne} = '${outcome}')`;
}

/** Letters as they are written and sent; each change of a status says whether there was one to make. */
export function lettersTable({ db, newId, transactions }: Parts) {
  const { write } = transactions;
  const rows = letterRows(db, newId);
  const due = db.prepare(
    `SELECT CAST(id AS TEXT) AS id, CAST(account_id AS TEXT) AS account_id, min(seq) FROM ${queued}
     WHERE ${unsent} AND status = 'Ready' AND next_attempt_at <= ? GROUP BY account_id ORDER BY min(seq)`,
  );
  const next = db.prepare(
    `SELECT min(next_attempt_at) AS at FROM ${queued} WHERE ${unsent} AND status = 'Ready' AND next_attempt_at > ?`,
  );
  const begin = db.prepare(
    `UPDATE letters SET status = 'In Process', attempts = attempts + 1, next_attempt_at = NULL, handed_over_at = NULL,
       sender = :sender, sender_folded = :sender_folded, octets = :octets
     WHERE id = :id AND ${unsent} AND status = 'Ready' RETURNING seq`,
  );
  const handOver = db.prepare(
    `UPDATE letters SET handed_over_at = ? WHERE id = ? AND ${unsent} AND status = 'In Process' RETURNING seq`,
  );
  const end = db.prepare(
    `UPDATE letters SET status = :status, next_attempt_at = :next_attempt_at, queue_id = coalesce(:queue_id, queue_id),
       reply = :reply, reply_folded = :reply_folded, failure_kind = :failure_kind,
       reason = :reason
     WHERE id = :id AND ${unsent} AND status = 'In Process' RETURNING seq`,
  );
  const again = db.prepare(
    `UPDATE letters SET status = 'Ready', attempts = 0, next_attempt_at = :now, failure_kind = NULL, reason = NULL,
       tried_until = iif(tried_until IS NULL, NULL, :now + :test_ms)
     WHERE id = :id AND direction = 'outgoing' AND (status IN ('Ready', 'Failed', 'Unknown')
       -- Some have not got it.
       OR (status = 'Processed' AND ${hasOutcome('refused')}))`,
  );
  const giveUp = db.prepare(
    `UPDATE letters SET status = ?, next_attempt_at = NULL WHERE id = ? AND ${unsent} AND status = 'Ready' RETURNING seq`,
  );
  // Of one that waits again the server has answered to what was handed over.
  const giveUpFor = db.prepare(
    `UPDATE letters SET next_attempt_at = NULL, reason = :reason, status = CASE
         WHEN status = 'In Process' AND handed_over_at > 0 THEN 'Unknown'
         -- An earlier try may have brought it to them.
         WHEN ${hasOutcome('unknown')} THEN 'Unknown'
         -- Some have got it. What cannot be read says nothing of that.
         WHEN ${hasOutcome('accepted')} THEN 'Processed'
         ELSE 'Failed' END
     WHERE id = :id AND ${unsent} RETURNING seq`,
  );
  const overdue = db.prepare(
    `SELECT CAST(id AS TEXT) AS id, CAST(account_id AS TEXT) AS account_id FROM ${queued}
     WHERE ${unsent} AND status = 'Ready' AND tried_until < ? ORDER BY seq`,
  );
  const open = db.prepare(
    `SELECT CAST(id AS TEXT) AS id, CAST(account_id AS TEXT) AS account_id, seq, handed_over_at FROM ${queued} WHERE ${unsent} AND status = 'In Process' ORDER BY seq`,
  );
  const close = db.prepare('UPDATE letters SET status = ?, next_attempt_at = ?, reason = ? WHERE seq = ?');
  const setDeliveries = db.prepare('UPDATE letter_texts SET deliveries = ? WHERE letter = ?');
  const noneWaits = db.prepare(
    `UPDATE letter_texts SET deliveries = (
       SELECT json_group_array(iif(${outcomeOfOne} = 'waiting', json_set(value, '$.outcome', 'refused'), iif(type = 'object', json(value), value)))
       FROM json_each(deliveries))
     WHERE letter = ? AND json_valid(deliveries) AND deliveries LIKE '%"waiting"%'`,
  );
  const setRedirected = db.prepare('UPDATE letter_texts SET redirected_to = ? WHERE letter = ?');

  function giveUpOne(id: Id, reason: LetterReason): boolean {
    const seq = giveUpFor.get({ id: BigInt(id), reason })?.['seq'];
    if (seq === undefined) return false;
    noneWaits.run(seq);
    return true;
  }

  return {
    /** Not given up on a full disk: who wrote it was told that it is kept. */
    add: (fields: LetterFields): Letter => write(() => rows.add(fields)),

    /** One that is In Process by whoever adds it, and never Ready: no other daemon sends it, whenever this one ends. */
    addUnqueued: (fields: LetterFields): Letter =>
      write(() => {
        const letter = rows.add(fields);
        handOver.get(0, BigInt(letter.id));
        return letter;
      }),

    get: (id: Id): Letter | undefined => rows.get(id),

    /** No letter waits for longer than its tries say. */
    bringForward: bringForward({ db, transactions }),

    /** Of each account the oldest letter whose time has come. */
    due: (nowMs: number): { id: Id; accountId: Id }[] =>
      due.all(nowMs).map((row) => ({ id: String(row['id']), accountId: String(row['account_id']) })),

    /** When the time of the next one comes. */
    nextDueAt(afterMs: number): number | undefined {
      const at = next.get(afterMs)?.['at'];
      return typeof at === 'number' ? at : undefined;
    },

    /** A try begins; false for one that is no longer Ready. */
    begin: (id: Id, { sender, octets, deliveries, redirectedTo }: BegunSending): boolean =>
      write(() => {
        const sent = { sender, sender_folded: foldedColumn(sender), octets };
        const seq = begin.get({ id: BigInt(id), ...sent })?.['seq'];
        if (seq === undefined) return false;
        setDeliveries.run(JSON.stringify(deliveries), seq);
        setRedirected.run(redirectedTo?.slice(0, letterLimits.recipients) ?? null, seq);
        return true;
      }),

    /**
     * From here on the server may have it; false for one that is not being sent. On disk before the letter's last dot is written.
     */
    handOver: (id: Id, atMs: number, deliveries: readonly Delivery[]): boolean =>
      write(() => {
        const seq = handOver.get(atMs, BigInt(id))?.['seq'];
        if (seq !== undefined) setDeliveries.run(JSON.stringify(deliveries), seq);
        return seq !== undefined;
      }),

    end: (id: Id, ended: EndedSending): boolean =>
      write(() => {
        const row = end.get({
          id: BigInt(id),
          status: ended.status,
          next_attempt_at: ended.nextAttemptMs ?? null,
          queue_id: ended.queueId ?? null,
          failure_kind: ended.failureKind ?? null,
          reason: ended.reason ?? null,
          ...replyColumns(ended.reply),
        });
        if (row) setDeliveries.run(JSON.stringify(ended.deliveries), row['seq'] ?? null);
        return row !== undefined;
      }),

    /** Ready for another try at once, as if it were the first; false for one that is under way, or that all have got. */
    again: (id: Id, nowMs: number): boolean =>
      write(() => again.run({ id: BigInt(id), now: nowMs, test_ms: testLetterMinutes * 60_000 })).changes ===
      1,

    /** Unknown where an earlier try may have brought it to some, Processed where some have got it; the others are refused. False for one that is not waiting. */
    giveUp: (id: Id): boolean =>
      write(() => {
        const { deliveries = [] } = rows.get(id) ?? {};
        const seq = giveUp.get(statusOf(deliveries), BigInt(id))?.['seq'];
        if (seq === undefined) return false;
        noneWaits.run(seq);
        return true;
      }),

    /** One that nothing can be done with any more, for a reason of ours; Unknown where the server may have it, Processed where some have got it. False for one that is over. */
    giveUpFor: (id: Id, reason: LetterReason): boolean => write(() => giveUpOne(id, reason)),

    /** Test letters that should have been tried by then and still wait are given up. */
    giveUpTests: (untilMs: number): { id: Id; accountId: Id }[] =>
      write(() => {
        const over = overdue.all(untilMs);
        const letters = over.map((row) => ({ id: String(row['id']), accountId: String(row['account_id']) }));
        for (const { id } of letters) giveUpOne(id, 'test_over');
        return letters;
      }),

    /** Something else has changed its row: it cannot be read. */
    isDamaged(id: Id): boolean {
      try {
        rows.get(id);
        return false;
      } catch (error) {
        if (error instanceof StoreError && error.kind === 'database_damaged') return true;
        throw error;
      }
    },

    /** What a daemon that ended meanwhile left: handed over is Unknown, never to be sent by another one Failed, everything else Ready again. */
    recover: (nowMs: number): LeftLetters =>
      write(() => {
        const left: LeftLetters = { ready: [], unknown: [], failed: [] };
        for (const { id, account_id: account, seq = null, handed_over_at: at } of open.all()) {
          const became = at === null ? 'ready' : at === 0 ? 'failed' : 'unknown';
          if (became === 'ready') close.run('Ready', nowMs, null, seq);
          else if (became === 'failed') close.run('Failed', null, 'daemon_ended', seq);
          else close.run('Unknown', null, null, seq);
          if (became !== 'ready') noneWaits.run(seq);
          left[became].push({ id: String(id), accountId: String(account) });
        }
        return left;
      }),
  };
}
