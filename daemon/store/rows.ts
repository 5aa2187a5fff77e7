import type { SQLOutputValue } from 'node:sqlite';
import { StoreError } from './store-error.ts';
import { inEveryLanguage, type Sentence } from '../sentence.ts';

/** A row as node:sqlite gives it. Ids are selected as text: as numbers they would lose their last digits. */
export type Row = Record<string, SQLOutputValue>;

interface Schema<T> {
  safeParse: (
    value: unknown,
  ) =>
    | { success: true; data: T; error?: undefined }
    | { success: false; error: { issues: readonly { message: string }[] } };
}

/** What a row says, if it is what we once wrote. Throws StoreError `database_damaged` with what `otherwise` says. */
export function parsedRow<T>(schema: Schema<T>, value: unknown, otherwise: () => Sentence): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new StoreError('database_damaged', otherwise(), { cause: parsed.error });
}

/** A value that is about to be written. Throws StoreError `value_refused` with the sentences of what it breaks. */
export function acceptedValue<T>(schema: Schema<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const broken = inEveryLanguage(() =>
    (schema.safeParse(value).error?.issues ?? []).map(({ message }) => message).join(' '),
  );
  throw new StoreError('value_refused', broken);
}

/** Undefined, which no schema of ours takes, when it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isoTime(ms: SQLOutputValue | undefined): string {
  return new Date(Number(ms)).toISOString();
}
