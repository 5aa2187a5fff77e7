import type { Letter } from '../../../shared/letter.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { holdWords } from './letter-text.ts';
import { localMoment } from './moment.ts';

/** How it stands with an outgoing letter, in one line: a terminal would obey what a server says. */
export function letterState({ status, attempts, nextAttemptAt, hold, reply }: Letter): string {
  if (hold !== undefined) return `${status}: ${holdWords[hold]}`;
  if (status !== 'Ready' || attempts === 0 || nextAttemptAt === undefined) return status;
  const said =
    reply === undefined ? '' : ` The server said: ${visibleText(reply.replaceAll('\n', ' / '), 500)}`;
  return `${status}: the next try is at ${localMoment(nextAttemptAt)}.${said}`;
}
