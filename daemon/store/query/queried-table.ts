import type { DatabaseSync } from 'node:sqlite';
import type { ConditionField } from '../../../shared/condition/fields.ts';
import type { AskedRecord } from '../../../shared/condition/matches.ts';
import type { TimeSpan } from '../../../shared/condition/time-span.ts';
import type { Id } from '../../../shared/id.ts';
import type { RecordSequence } from '../record-sequence.ts';
import type { Row } from '../rows.ts';
import type { Residual } from './residual.ts';

/** Records that have the same in some fields. */
export interface RecordClass {
  id: number;
  /** How many there are; at most, where the table does not count them. */
  records: number;
  /** What all of them have in common. */
  shared: AskedRecord;
}

/** Numbers of records, both included; none as 1 and 0. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
}

/** A table as it was at one moment: a query does not see what is written while it runs. */
export interface TableView extends SequenceRange {
  readonly classes: readonly RecordClass[];
  /** The search index knows the records up to this one. */
  readonly indexedUpTo: number;
}

/** Classes of which the same is left to ask. */
export interface ResidualGroup {
  left: Residual;
  classes: RecordClass[];
}

/** How SQL names a field. */
export interface FieldSql {
  column: string;
  /** Of a text: as conditions compare it, never NULL. */
  folded?: string;
}

/** An index that finds the records of a condition, and some others, without reading them. */
export interface SearchIndex {
  /** Behind FROM, up to the value of its MATCH. */
  rows: string;
  match: string;
  /** The number of the record it found. */
  number: string;
  /** What it is asked; undefined where it does not help. */
  expression(groups: readonly ResidualGroup[], view: TableView): string | undefined;
}

/** What a query goes through: records by their numbers, in the order of time. All that is optional makes it faster alone. */
export interface QueriedTable<R> {
  readonly name: string;
  /** Behind FROM, for going through a stretch of numbers. */
  readonly rows: string;
  /** In SQL: which rows belong to it, where not all do. */
  readonly only?: string;
  readonly columns: string;
  /** Behind the rows, where the columns need it. */
  readonly join?: string;
  readonly record: (row: Row) => R;
  readonly fields: Readonly<Partial<Record<ConditionField, FieldSql>>>;
  readonly sequence: RecordSequence;
  now(): TableView;
  /** The numbers between which every record of this time is. */
  between(view: TableView, created: TimeSpan): SequenceRange;
  /** The column of a row's class, whose records are counted. */
  readonly classColumn?: string;
  /** A choice of classes that lists can be sorted by, as a column of the selected row. */
  readonly rank?: { field: ConditionField; column: string };
  /** So few records have the same id in this field that those of a hundred are read at once. */
  readonly direct?: { field: ConditionField; rows: string };
  readonly search?: SearchIndex;
}

/** What every question is asked of. */
export interface QueryParts<R> {
  db: DatabaseSync;
  table: QueriedTable<R>;
  /** For tests: after so many records the search index is asked. */
  readBefore?: number | undefined;
  /** Called before each statement that may take long. */
  statementBegins?: (() => void) | undefined;
}

/** A record that can be listed. */
export type ListedRecord = AskedRecord & { readonly id: Id };
