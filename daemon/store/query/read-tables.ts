import type { DatabaseSync } from 'node:sqlite';
import type { ExportedLetter, LetterRecord } from '../../../shared/letter.ts';
import type { LogRecord } from '../../../shared/log.ts';
import { exportedLetters, queriedLetters } from '../letter-query/queried-letters.ts';
import { queriedLog } from '../log-query/queried-log.ts';
import { type Questions, questionsOn } from './questions.ts';

/** Every list that can be asked with a condition. */
export interface ReadTables {
  readonly log: Questions<LogRecord>;
  readonly incoming: Questions<LetterRecord>;
  readonly outgoing: Questions<LetterRecord>;
  readonly exportedOutgoing: Questions<ExportedLetter>;
}

/** The questions to each, on one connection; `statementBegins` is called before whatever may take long. */
export function readTables(db: DatabaseSync, statementBegins?: () => void): ReadTables {
  return {
    log: questionsOn({ db, table: queriedLog(db), statementBegins }),
    incoming: questionsOn({ db, table: queriedLetters(db, 'incoming'), statementBegins }),
    outgoing: questionsOn({ db, table: queriedLetters(db, 'outgoing'), statementBegins }),
    exportedOutgoing: questionsOn({ db, table: exportedLetters(db), statementBegins }),
  };
}
