import type { AccountType } from '../account.ts';
import type { Column } from './column.ts';

/** What a row says, each column with a value of its kind; a column that is left out, or a cell that says nothing, is missing. */
export interface Given {
  id?: string;
  name?: string;
  type?: AccountType;
  server?: string;
  username?: string;
  label?: string;
  active?: boolean;
  debug?: boolean;
  from?: string;
  port?: number;
  ssl?: boolean;
  tls?: boolean;
  insecure?: boolean;
  pin?: string;
}

/** How a value, or a row as a whole, can be none that an account has. */
export type ReadingRule = 'text' | 'switch' | 'type' | 'typeMissing' | 'id' | 'cells' | 'object';

/** What is wrong with a row: a rule of reading, or the sentence that the form would show. */
export type RowError =
  | { readonly field?: Column; readonly rule: ReadingRule }
  | { readonly field?: Column; readonly message: string };

/** One account of a file as it was read; nothing of it is secret. */
export interface Row {
  /** The line in a CSV file, the number of the account in JSON: both count from 1. */
  readonly line: number;
  readonly given: Given;
  readonly errors: readonly RowError[];
}

/** A file as it was read. */
export interface ReadFile {
  readonly format: 'csv' | 'json';
  readonly rows: readonly Row[];
  /** It held passwords, which were passed over. */
  readonly passwords: boolean;
  /** Headings that mean nothing here. */
  readonly notRead: readonly string[];
}
