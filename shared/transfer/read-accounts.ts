import { TextDecoder } from '../web-platform.ts';
import { FileRefused } from './file-refused.ts';
import { mostBytes } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import type { ReadFile } from './row.ts';

/**
 * The accounts of a file, CSV or JSON by what it begins with, in UTF-8. No password of it is in what comes back, nor
 * does that hold on to the text of the file. Throws `FileRefused`.
 */
export function readAccounts(bytes: Uint8Array): ReadFile {
  if (bytes.length > mostBytes) throw new FileRefused({ kind: 'tooLarge' });
  const text = textOf(bytes);
  if (text.trim() === '') throw new FileRefused({ kind: 'empty' });
  const read = /^\s*[{[]/.test(text) ? readJson(text) : readCsv(text);
  // A part of a text keeps all of it in memory, with the passwords: only a copy is a text of its own.
  return JSON.parse(JSON.stringify(read)) as ReadFile;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused({ kind: 'notText' });
  }
}
