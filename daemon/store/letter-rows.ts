import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import { Letter } from '../../shared/letter.ts';
import { type LetterFields, letterColumns, letterOf, letterRow, letterTextsRow } from './letter-row.ts';
import { acceptedValue } from './rows.ts';

/** Letters of both directions, read and added; for use inside a transaction. */
export interface LetterRows {
  /** Throws StoreError `value_refused` for one that is longer than what is kept. */
  add(fields: LetterFields): Letter;
  get(id: Id): Letter | undefined;
  /** What is known now of one that could not be read before; it keeps its id and when it was recorded. */
  replace(seq: number, fields: LetterFields): Id;
}

export function letterRows(db: DatabaseSync, newId: () => Id): LetterRows {
  const insert = db.prepare(insertInto('letters', ['seq', 'id', ...Object.keys(letterRow(example))]));
  const insertTexts = db.prepare(
    insertInto('letter_texts', ['letter', ...Object.keys(letterTextsRow(example))]),
  );
  const update = db.prepare(updateOf('letters', 'seq', Object.keys(letterRow(example))));
  const updateTexts = db.prepare(updateOf('letter_texts', 'letter', Object.keys(letterTextsRow(example))));
  const earlier = db.prepare(
    'SELECT CAST(id AS TEXT) AS id, created_at AS createdAt FROM letters WHERE seq = ?',
  );
  const newest = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM letters');
  const one = db.prepare(
    `SELECT ${letterColumns} FROM letters JOIN letter_texts ON letter = seq WHERE letters.id = ?`,
  );
  return {
    add(fields) {
      const letter = acceptedValue(Letter, { ...fields, id: newId() });
      const seq = Number(newest.get()?.['seq']) + 1;
      insert.run({ seq, id: BigInt(letter.id), ...letterRow(letter) });
      insertTexts.run({ letter: seq, ...letterTextsRow(letter) });
      return letter;
    },
    replace(seq, { createdAt: _createdAt, ...fields }) {
      const { id, createdAt } = earlier.get(seq) ?? {};
      const letter = acceptedValue(Letter, {
        ...fields,
        id: String(id),
        createdAt: new Date(Number(createdAt)).toISOString(),
      });
      update.run({ seq, ...letterRow(letter) });
      updateTexts.run({ letter: seq, ...letterTextsRow(letter) });
      return letter.id;
    },
    get(id) {
      const row = one.get(BigInt(id));
      return row && letterOf(row);
    },
  };
}

function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`;
}

function updateOf(table: string, key: string, columns: readonly string[]): string {
  return `UPDATE ${table} SET ${columns.map((name) => `${name} = :${name}`).join(', ')} WHERE ${key} = :${key}`;
}

/** For the names of its columns. */
const example: LetterFields = {
  createdAt: '',
  direction: 'incoming',
  status: 'Processed',
  byDefault: false,
  sender: '',
  recipients: '',
  subject: '',
  octets: 0,
  attempts: 0,
  username: '',
  createdBy: '0',
  headers: [],
  text: '',
  deliveries: [],
};
