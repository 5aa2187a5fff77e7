import type { DatabaseSync } from 'node:sqlite';
import { classTrigram } from '../log-search-text.ts';
import type { RecordClass, ResidualGroup, SearchIndex, TableView } from '../query/queried-table.ts';
import { type IndexTerms, joined, quoted, searchExpression } from './search-expression.ts';
import { trigramShares } from './trigram-shares.ts';

/** More trigrams than this are no help: the text is in nearly all records. */
const mostTerms = 200;
/** Beyond this the search index would work longer on the question than on the answer. */
const longestSearch = 8_000;
/** Of more than this part of all records the index need not be told which classes they are of. */
const fewRecords = 0.5;

/** The log's index of trigrams, as queries ask it. */
export function logSearchIndex(db: DatabaseSync): SearchIndex {
  const terms = db.prepare(
    `SELECT term FROM log_terms WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT ${mostTerms + 1}`,
  );
  const beginningWith = (characters: string) => {
    const found = terms.all(characters).map((row) => String(row['term']));
    return found.length > mostTerms ? undefined : found;
  };
  const shares = trigramShares(db);
  return {
    rows: 'log_search CROSS JOIN log ON log.seq = log_search.rowid',
    match: 'log_search MATCH',
    number: 'log_search.rowid',
    expression: (groups, view) =>
      searchOf(groups, view, {
        beginningWith,
        shareOf: (trigram) => shares(trigram, view.indexedUpTo),
      }),
  };
}

function searchOf(groups: readonly ResidualGroup[], view: TableView, index: IndexTerms): string | undefined {
  const all = recordsOf(view.classes);
  const parts = groups.map(({ left, classes }) => {
    const share = recordsOf(classes) / all;
    const asked = searchExpression(left, index, share);
    const few = share < fewRecords;
    const ofClass = few
      ? joined(
          'OR',
          classes.map(({ id }) => quoted(classTrigram(id))),
        )
      : undefined;
    return joined(
      'AND',
      [asked, ofClass].filter((part) => part !== undefined),
    );
  });
  if (!parts.every((part) => part !== undefined)) return undefined;
  const search = joined('OR', parts);
  return search !== undefined && search.length > longestSearch ? undefined : search;
}

function recordsOf(classes: readonly RecordClass[]): number {
  return classes.reduce((sum, { records }) => sum + records, 0);
}
