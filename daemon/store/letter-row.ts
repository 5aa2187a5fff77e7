import type { SQLInputValue } from 'node:sqlite';
import { ExportedLetter, Letter, LetterRecord, letterLimits } from '../../shared/letter.ts';
import { folded } from '../../shared/condition/folded.ts';
import { allRecipients } from '../../shared/letter-recipients.ts';
import { foldedColumn } from './log-row.ts';
import { type Row, isoTime, parsedJson, parsedRow } from './rows.ts';
import { texts } from './texts.ts';

/** What is known of a letter but its id; `hold` is of the moment, and never stored; `refused` the file counts itself. */
export type LetterFields = Omit<Letter, 'id' | 'hold' | 'refused'>;

/**
 * The columns that lists see, for a SELECT over `letters` and its `letter_texts`: of those no more than the beginning of a row,
 * which is read without what follows it.
 */
export const letterRecordColumns = `CAST(letters.id AS TEXT) AS id, created_at, direction, status,
  CAST(account_id AS TEXT) AS account_id, by_default, sender, recipients, subject, message_id, sent_at, octets, attempts,
  next_attempt_at, tried_until, reply, queue_id, failure_kind, refused, reason, username, CAST(created_by AS TEXT) AS created_by,
  cc, bcc, redirected_to`;

/** What exports see besides. */
export const exportedLetterColumns = `${letterRecordColumns}, deliveries`;

/** All of a letter's columns. */
export const letterColumns = `${letterRecordColumns},
  reply_to, headers, deliveries, text, text_cut`;

/** The letter of a row of {@link letterColumns}. Throws StoreError `database_damaged`. */
export function letterOf(row: Row): Letter {
  const value = {
    ...listed(row),
    headers: parsedJson(String(row['headers'])),
    text: row['text'],
    deliveries: parsedJson(String(row['deliveries'])),
    ...known({
      replyTo: row['reply_to'],
      textCut: row['text_cut'] === 1 ? true : null,
    }),
  };
  return parsedRow(Letter, value, () => texts.letterChanged(idOf(row)));
}

function idOf({ id }: Row): string {
  return String(id);
}

/** What lists see of the letter of a row of {@link letterRecordColumns}. Throws StoreError `database_damaged`. */
export function letterRecordOf(row: Row): LetterRecord {
  return parsedRow(LetterRecord, listed(row), () => texts.letterChanged(idOf(row)));
}

/** The same with its deliveries, of a row of {@link exportedLetterColumns}. */
export function exportedLetterOf(row: Row): ExportedLetter {
  const value = { ...listed(row), deliveries: parsedJson(String(row['deliveries'])) };
  return parsedRow(ExportedLetter, value, () => texts.letterChanged(idOf(row)));
}

function listed(row: Row): Record<string, unknown> {
  return {
    id: row['id'],
    createdAt: isoTime(row['created_at']),
    direction: row['direction'],
    status: row['status'],
    byDefault: row['by_default'] === 1,
    sender: row['sender'],
    recipients: row['recipients'],
    subject: row['subject'],
    octets: row['octets'],
    attempts: row['attempts'],
    username: row['username'],
    createdBy: row['created_by'],
    ...known({
      accountId: row['account_id'],
      messageId: row['message_id'],
      sentAt: row['sent_at'] === null ? null : isoTime(row['sent_at']),
      nextAttemptAt: row['next_attempt_at'] === null ? null : isoTime(row['next_attempt_at']),
      triedUntil: row['tried_until'] === null ? null : isoTime(row['tried_until']),
      reply: row['reply'],
      queueId: row['queue_id'],
      failureKind: row['failure_kind'],
      refused: row['refused'] === 0 ? null : row['refused'],
      reason: row['reason'],
      cc: row['cc'],
      bcc: row['bcc'],
      redirectedTo: row['redirected_to'],
    }),
  };
}

/** Those of both tables, by the names of their columns. */
export function letterRow(letter: LetterFields) {
  return {
    created_at: Date.parse(letter.createdAt),
    direction: letter.direction,
    status: letter.status,
    account_id: letter.accountId === undefined ? null : BigInt(letter.accountId),
    by_default: Number(letter.byDefault),
    message_id: letter.messageId ?? null,
    message_id_folded: foldedOrNull(letter.messageId),
    sent_at: letter.sentAt === undefined ? null : Date.parse(letter.sentAt),
    octets: letter.octets,
    attempts: letter.attempts,
    next_attempt_at: letter.nextAttemptAt === undefined ? null : Date.parse(letter.nextAttemptAt),
    tried_until: letter.triedUntil === undefined ? null : Date.parse(letter.triedUntil),
    queue_id: letter.queueId ?? null,
    failure_kind: letter.failureKind ?? null,
    reason: letter.reason ?? null,
    created_by: BigInt(letter.createdBy),
    ...withFolded('sender', letter.sender),
    recipients: letter.recipients,
    recipients_folded: recipientsFolded(letter),
    ...withFolded('subject', letter.subject),
    ...withFolded('username', letter.username),
    reply: letter.reply ?? null,
    reply_folded: foldedOrNull(letter.reply),
  } satisfies Record<string, SQLInputValue>;
}

/** The long parts, by the names of their columns. */
export function letterTextsRow(letter: LetterFields) {
  return {
    cc: letter.cc ?? null,
    bcc: letter.bcc ?? null,
    reply_to: letter.replyTo ?? null,
    redirected_to: letter.redirectedTo ?? null,
    headers: JSON.stringify(letter.headers),
    deliveries: JSON.stringify(letter.deliveries),
    text: letter.text,
    text_cut: Number(letter.textCut ?? false),
  } satisfies Record<string, SQLInputValue>;
}

/** As much of a server's words about a letter as is kept, and as conditions compare them. */
export function replyColumns(reply: string | undefined): {
  reply: string | null;
  reply_folded: string | null;
} {
  const kept = reply?.slice(0, letterLimits.reply).toWellFormed();
  return { reply: kept ?? null, reply_folded: foldedOrNull(kept) };
}

/** Conditions look in Cc and Bcc as well. */
function recipientsFolded({ recipients, cc, bcc }: LetterFields): string | null {
  if (cc === undefined && bcc === undefined) return foldedColumn(recipients);
  return folded(allRecipients({ recipients, cc, bcc }));
}

function withFolded<Name extends string>(
  name: Name,
  text: string,
): Record<Name | `${Name}_folded`, string | null> {
  return { [name]: text, [`${name}_folded`]: foldedColumn(text) } as Record<
    Name | `${Name}_folded`,
    string | null
  >;
}

function foldedOrNull(text: string | undefined): string | null {
  return text === undefined ? null : foldedColumn(text);
}

function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}
