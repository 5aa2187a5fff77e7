import { createContext } from 'preact';
import type { ConditionField } from '../../shared/condition/fields.ts';
import type { Condition } from '../../shared/condition.ts';
import type { Id } from '../../shared/id.ts';
import type { PageAsked, RecordSort } from '../../shared/record-query.ts';
import type { ListPlace } from '../addresses/list-place.ts';
import type { BuiltList } from '../log-builder/built-list.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordReply } from './whole-reply.ts';

interface Asked {
  readonly condition: Condition;
  readonly zone: string;
}

/** What is listed: the one difference between the list of the log and those of the letters. */
export interface RecordKind {
  /** Its name in files, in what the browser keeps, and among questions. */
  readonly name: string;
  /** Its texts among those of the pages. */
  readonly words: 'log' | 'letters';
  readonly title: () => string;
  readonly built: BuiltList;
  /** What the search looks in. */
  readonly searched: ConditionField;
  /** The column that leads to the page of a record, and always stays. */
  readonly linked: ConditionField;
  readonly columns: readonly ConditionField[];
  /** As it begins. */
  readonly usual: readonly ConditionField[];
  /** Of a column that sorts: what it begins with, and the other way round. */
  readonly orders: Partial<Record<ConditionField, readonly [RecordSort, RecordSort]>>;
  /** Conditions that are a click away, by their names. */
  readonly quick: readonly (readonly [name: string, where: string])[];
  /** What stands in a file. */
  readonly fields: readonly string[];
  /** The newest records since the page looks, oldest first; read while something is drawn. */
  tail(): readonly ListedRecord[];
  /** Rises whenever records of the list may be others than before, new ones among them. */
  changes(): number;
  query(asked: Asked & PageAsked): Promise<RecordReply>;
  count(asked: Asked & { most: number }): Promise<{ count: number; exact: boolean }>;
  /** All of them, in the way that the daemon tells them. */
  export(asked: Asked & { sort: RecordSort }, signal: AbortSignal): Promise<AsyncIterable<ListedRecord>>;
  recordAddress(id: Id, place: ListPlace): string;
  /** Where the menu of a record leads to besides. */
  readonly links: (record: ListedRecord) => readonly { readonly words: string; readonly address: string }[];
}

/** What is listed here; read by all that a list is made of. */
export const KindContext = createContext<RecordKind | undefined>(undefined);
