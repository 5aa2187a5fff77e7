import type { Letter } from '../../../shared/letter.ts';
import { explain } from '../../../shared/explanation.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { holdWords, letterStatusWords } from './letter-text.ts';
import { localMoment } from './moment.ts';

/** How it stands with an outgoing letter, in one line: a terminal would obey what a server says. */
export function letterState(letter: Letter): string {
  const { status, attempts, nextAttemptAt, hold, reply, failureKind } = letter;
  if (hold !== undefined) return `${status}: ${holdWords[hold]}`;
  if (status !== 'Ready' || attempts === 0 || nextAttemptAt === undefined) return letterStatusWords(letter);
  const said =
    reply === undefined ? '' : ` The server said: ${visibleText(reply.replaceAll('\n', ' / '), 500)}`;
  const cause = failureKind === undefined ? '' : ` ${explain(failureKind, { type: 'smtp' }).title}.`;
  return `${status}: the next try is at ${localMoment(nextAttemptAt)}.${cause}${said}`;
}
