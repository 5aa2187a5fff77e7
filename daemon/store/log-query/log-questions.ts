import type { DatabaseSync } from 'node:sqlite';
import { resolvedCondition } from '../../../shared/condition/resolved-condition.ts';
import type { Here } from '../../../shared/condition/time-span.ts';
import type { Condition } from '../../../shared/condition.ts';
import type { LogGrouping } from '../../../shared/log-query.ts';
import { countLog, groupLog } from './log-counts.ts';
import { type PlaceAsked, readPage } from './log-pages.ts';
import { logViews } from './log-view.ts';

/** What is asked of the log, and as of when. */
export interface Question extends Here {
  condition: Condition;
}

/** All that can be asked of the log with a condition, on a connection of its own; `statementBegins` is called before whatever may take long. */
export function logQuestions(db: DatabaseSync, statementBegins?: () => void) {
  const parts = { db, views: logViews(db), statementBegins };
  const resolved = ({ condition, ...here }: Question) => resolvedCondition(condition, here);
  return {
    page: (question: Question, place: PlaceAsked) => readPage(parts, resolved(question), place),
    count: (question: Question, most: number) => countLog(parts, resolved(question), most),
    group: (question: Question, by: LogGrouping) => groupLog(parts, resolved(question), by),
  };
}
export type LogQuestions = ReturnType<typeof logQuestions>;
