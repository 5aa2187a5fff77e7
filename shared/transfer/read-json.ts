import { type Column, columnOf, isPasswordColumn } from './column.ts';
import { FileRefused } from './file-refused.ts';
import { givenValues } from './given-values.ts';
import { mostRows } from './limits.ts';
import type { ReadFile, Row } from './row.ts';

/** The accounts of a JSON text: `{"mailprobe":1,"accounts":[…]}`. Throws `FileRefused`. */
export function readJson(text: string): ReadFile {
  const document = parsed(text);
  if (!isObject(document) || !Object.hasOwn(document, 'mailprobe'))
    throw new FileRefused({ kind: 'notOurs' });
  const { mailprobe, accounts } = document;
  if (typeof mailprobe === 'number' && mailprobe > 1) throw new FileRefused({ kind: 'newer' });
  if (mailprobe !== 1 || !Array.isArray(accounts)) throw new FileRefused({ kind: 'notOurs' });
  if (accounts.length > mostRows) throw new FileRefused({ kind: 'tooMany' });
  if (accounts.length === 0) throw new FileRefused({ kind: 'noAccounts' });
  const strangers = new Set(
    accounts.filter(isObject).flatMap((account) => Object.keys(account).filter((key) => !columnOf(key))),
  );
  return {
    format: 'json',
    rows: accounts.map((account: unknown, at) => rowOf(at + 1, account)),
    passwords: [...strangers].some(isPasswordColumn),
    notRead: [...strangers].filter((key) => !isPasswordColumn(key)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The sentence of the engine quotes the text, which may hold a password: only the place is taken from it.
    const [, line] = (error instanceof Error && /\bline (\d+) column \d+/.exec(error.message)) || [];
    throw new FileRefused({ kind: 'notJson', ...(line ? { line: Number(line) } : {}) });
  }
}

function rowOf(line: number, account: unknown): Row {
  if (!isObject(account)) return { line, given: {}, errors: [{ rule: 'object' }] };
  const found = new Map<Column, unknown>();
  for (const [key, value] of Object.entries(account)) {
    const column = columnOf(key);
    if (column) found.set(column, value);
  }
  return { line, ...givenValues(found) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
