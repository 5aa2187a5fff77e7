import { type Account, type AccountForm, securityOf } from '../account.ts';
import { movedParts } from '../endpoint-binding.ts';
import { accountPropertyNames, type PropertyName } from '../properties.ts';
import { accountRefusal } from '../property-rules.ts';
import { confirmationNeeded } from '../unusual-address.ts';
import { type Column, columnNames } from './column.ts';
import { formOfRow, rowErrors } from './form-of-row.ts';
import type { Row, RowError } from './row.ts';
import { type RowMatches, rowMatches } from './row-matches.ts';

export type CellValue = string | boolean | number;

export interface FieldChange {
  readonly field: Column;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** What a person has to confirm before this account is stored, as in the form. */
export interface Asked {
  /** The password would travel unencrypted. */
  readonly plain: boolean;
  /** This computer, or a port that is not a mail port. */
  readonly address: boolean;
}

/** What an import will do with one row. */
export type RowPlan = { readonly line: number; readonly name: string } & (
  | { readonly what: 'new'; readonly form: AccountForm; readonly asked: Asked }
  | ({ readonly what: 'changes'; readonly form: AccountForm; readonly asked: Asked } & Change)
  | { readonly what: 'same'; readonly account: Account }
  | { readonly what: 'refused'; readonly errors: readonly RowError[] }
  | { readonly what: 'duplicate'; readonly of: number }
);

interface Change {
  readonly account: Account;
  readonly changes: readonly FieldChange[];
  /** The stored password was typed for another endpoint, and is removed. */
  readonly losesPassword: boolean;
  /** Properties that name this account, and could no longer. */
  readonly resets: readonly PropertyName[];
}

/** A row that an import would write. */
export type Writing = Extract<RowPlan, { what: 'new' | 'changes' }>;

/** The values of the properties that name an account. */
export type Defaults = { readonly [Name in (typeof accountPropertyNames)[number]]?: string };

/** What an import will do, row by row; nothing is done. */
export function previewOf(
  rows: readonly Row[],
  accounts: readonly Account[],
  defaults: Defaults,
): readonly RowPlan[] {
  const matches = rowMatches(rows, accounts);
  return rows.map((row) => planOf(row, matches, defaults));
}

function planOf(row: Row, matches: RowMatches, defaults: Defaults): RowPlan {
  const { line } = row;
  const stored = matches.storedFor(row);
  const form = formOfRow(row.given, stored);
  const name = form.name || form.connection.username;
  const errors = rowErrors(row, form, stored !== undefined);
  if (errors.length > 0) return { line, name, what: 'refused', errors };
  const of = matches.claim(row, stored, form.connection);
  if (of !== undefined) return { line, name, what: 'duplicate', of };
  if (!stored) return { line, name, what: 'new', form, asked: askedFor(form) };
  const changes = changesOf(stored, form);
  if (changes.length === 0) return { line, name, what: 'same', account: stored };
  return {
    line,
    name,
    what: 'changes',
    form,
    asked: askedFor(form),
    account: stored,
    changes,
    losesPassword: stored.hasPassword && movedParts(stored.connection, form.connection).length > 0,
    resets: accountPropertyNames.filter(
      (name) => defaults[name] === stored.id && accountRefusal(name, stored.id, form) !== undefined,
    ),
  };
}

function askedFor({ connection }: AccountForm): Asked {
  const { server, port, allowPlain, allowAddress } = connection;
  return {
    plain: securityOf(connection) === 'plain' && !allowPlain,
    address: !allowAddress && confirmationNeeded(server, port) !== undefined,
  };
}

function changesOf(stored: Account, form: AccountForm): FieldChange[] {
  const [before, after] = [cellsOf(stored), cellsOf(form)];
  return columnNames.flatMap((field) => {
    const [from = '', to = ''] = [before[field], after[field]];
    return from === to ? [] : [{ field, from, to }];
  });
}

function cellsOf({ name, label, active, connection }: AccountForm): { [Name in Column]?: CellValue } {
  const { from, ...rest } = connection;
  // Only a sender has one.
  return { ...rest, name, label, active, ...(rest.type === 'smtp' && from ? { from } : {}) };
}
