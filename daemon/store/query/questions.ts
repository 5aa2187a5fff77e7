import type { ConditionField } from '../../../shared/condition/fields.ts';
import { resolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { Here } from '../../../shared/condition/time-span.ts';
import type { Condition } from '../../../shared/condition.ts';
import type { ListedRecord, QueryParts } from './queried-table.ts';
import { type RecordCount, type RecordGroups, countRecords, groupRecords } from './record-counts.ts';
import { type PlaceAsked, type RecordPage, readPage } from './record-pages.ts';

/** What is asked, and as of when. */
export interface Question extends Here {
  condition: Condition;
}

/** All that can be asked of a list of records with a condition. */
export interface Questions<R> {
  page(question: Question, place: PlaceAsked): Promise<RecordPage<R>>;
  count(question: Question, most: number): Promise<RecordCount>;
  group(question: Question, by: ConditionField): Promise<RecordGroups>;
}

/** The questions to a table, on a connection of its own. */
export function questionsOn<R extends ListedRecord>(parts: QueryParts<R>): Questions<R> {
  const resolved = ({ condition, ...here }: Question) => resolvedCondition(condition, here);
  return {
    page: (question, place) => readPage(parts, resolved(question), place),
    count: (question, most) => countRecords(parts, resolved(question), most),
    group: (question, by) => groupRecords(parts, resolved(question), by),
  };
}
