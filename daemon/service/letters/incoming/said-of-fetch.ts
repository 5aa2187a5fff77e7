import type { Account } from '../../../../shared/account.ts';
import { Refused } from '../../../../shared/refusal.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { LogWriter, Words } from '../../main-log.ts';
import { causeOf } from '../../tests/log-of-event.ts';
import type { FetchEnd } from './fetch-end.ts';

/** As the Main Log names an account. */
export function named({ name }: Pick<Account, 'name'>): string {
  return `account ${visibleText(name, 128)}`;
}

/** What a fetch brought: nothing is said of one that brought nothing, unless somebody asked for it. */
export async function sayFetched(
  log: LogWriter,
  end: FetchEnd,
  { older, asked }: { older: boolean; asked: boolean },
): Promise<void> {
  const { account, letters, ignored, unread, left } = end;
  const words: Words[] = [];
  const of = { source: 'Incoming Mail', accountId: account.id } as const;
  for (const { id, sender } of letters <= end.named.length ? end.named : []) {
    const whom = sender === '' ? 'an unknown sender' : visibleText(sender, 300);
    words.push({ ...of, level: 'Info', message: `Letter ${id} from ${whom} came in by ${named(account)}.` });
  }
  if (letters > 0 || (asked && unfinishedWhy(end) === undefined)) {
    const among = ignored > 0 ? `, ${ignored} of them ignored: sender and recipient are the same` : '';
    words.push({
      ...of,
      level: 'Info',
      message: `${counted(letters, older ? 'older' : 'new')} fetched from ${named(account)}${among}.`,
    });
  }
  if (unread > 0) {
    words.push({
      ...of,
      level: 'Warning',
      message: `${counted(unread)} of ${named(account)} could not be read, and ${unread === 1 ? 'is' : 'are'} recorded as failed.`,
    });
  }
  if (left > 0) {
    words.push({
      ...of,
      level: 'Info',
      message: `${left} older letters of ${named(account)} stay on the server unrecorded: they are fetched when they are asked for.`,
    });
  }
  await log.add(words);
}

/** Of one that did not come to its end: what shows whether it is the same as last time. */
export function unfinishedWhy({ failed, broken }: FetchEnd): string | undefined {
  if (failed) return `${failed.stage} ${failed.failure.kind}`;
  return broken && (broken.reason instanceof Refused ? broken.reason.message : 'ended');
}

/** Why a fetch did not come to its end, and what that means for the letters. Nothing of one that did. */
export async function sayUnfinished(log: LogWriter, end: FetchEnd): Promise<void> {
  const { account, failed, broken } = end;
  if (!failed && !broken) return;
  const cause = failed
    ? ` ${causeOf(failed, account.connection)}`
    : broken?.reason instanceof Refused
      ? ` ${broken.reason.message}`
      : '';
  const level = failed ? 'Error' : broken?.reason instanceof Refused ? 'Warning' : 'Info';
  const message = `${reached(end)}${cause}`;
  await log.add([{ source: 'Incoming Mail', level, message, accountId: account.id }]);
}

/** How far it came. */
function reached({ account, letters, coming, done, failed }: FetchEnd): string {
  const whose = `of ${named(account)}`;
  if (coming !== undefined && done >= coming && coming > 0)
    return `All letters ${whose} were fetched; what came behind them ${failed ? 'failed' : 'was broken off'}.`;
  const how = failed ? 'broke off' : 'was ended early';
  if (done > 0)
    return `The fetch from ${named(account)} ${how}: ${counted(letters)} recorded of ${coming} to come; the others come with the next fetch.`;
  if (failed) return `Letters ${whose} were not fetched.`;
  return `The fetch from ${named(account)} was ended before a letter was recorded; they come with the next fetch.`;
}

function counted(letters: number, which: 'new' | 'older' = 'new'): string {
  if (letters === 0) return `No ${which} letters were`;
  const older = which === 'older' ? 'older ' : '';
  return letters === 1 ? `1 ${older}letter was` : `${letters} ${older}letters were`;
}
