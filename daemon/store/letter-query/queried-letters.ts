import type { DatabaseSync } from 'node:sqlite';
import type { ExportedLetter, LetterDirection, LetterRecord } from '../../../shared/letter.ts';
import {
  exportedLetterColumns,
  exportedLetterOf,
  letterRecordColumns,
  letterRecordOf,
} from '../letter-row.ts';
import type { FieldSql, QueriedTable } from '../query/queried-table.ts';
import { recordSequence } from '../record-sequence.ts';

/** The letters of one direction as queries go through them: fewer than the log's records, so that each is looked at. */
export function queriedLetters(db: DatabaseSync, direction: LetterDirection): QueriedTable<LetterRecord> {
  const sequence = recordSequence(db, 'letters');
  return {
    name: 'letters',
    rows: 'letters INDEXED BY letters_direction',
    only: `direction = '${direction}'`,
    columns: letterRecordColumns,
    join: 'LEFT JOIN letter_texts ON letter_texts.letter = letters.seq',
    record: letterRecordOf,
    fields: {
      createdAt: { column: 'created_at' },
      status: { column: 'status' },
      subject: text('subject'),
      sender: text('sender'),
      recipients: text('recipients'),
      messageId: text('message_id'),
      accountId: { column: 'account_id' },
      reply: text('reply'),
      sentAt: { column: 'sent_at' },
      username: text('username'),
      createdBy: { column: 'created_by' },
    },
    sequence,
    now() {
      const { first, last } = sequence.ends();
      return { first, last, indexedUpTo: 0, classes: [{ id: 0, records: last - first + 1, shared: {} }] };
    },
    between: ({ first, last }) => ({ first, last }),
  };
}

/** The same for those that were sent, with what became of each for each recipient: more than a list needs. */
export function exportedLetters(db: DatabaseSync): QueriedTable<ExportedLetter> {
  return { ...queriedLetters(db, 'outgoing'), columns: exportedLetterColumns, record: exportedLetterOf };
}

function text(column: string): FieldSql {
  return { column, folded: `coalesce(${column}_folded, lower(${column}), '')` };
}
