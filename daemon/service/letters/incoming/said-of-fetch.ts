import type { Account } from '../../../../shared/account.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { LogWriter, Words } from '../../main-log.ts';
import { causeOf } from '../../tests/log-of-event.ts';
import type { FetchEnd } from './fetch-letters.ts';

/** As the Main Log names an account. */
export function named({ name }: Pick<Account, 'name'>): string {
  return `account ${visibleText(name, 128)}`;
}

/** What a fetch brought: nothing is said of one that brought nothing, unless somebody asked for it. */
export async function sayFetched(
  log: LogWriter,
  account: Account,
  end: FetchEnd,
  asked: boolean,
): Promise<void> {
  const { letters, ignored, unread, left } = end;
  const words: Words[] = [];
  const of = { source: 'Incoming Mail', accountId: account.id } as const;
  for (const { id, sender } of letters <= end.named.length ? end.named : []) {
    const whom = sender === '' ? 'an unknown sender' : visibleText(sender, 300);
    words.push({ ...of, level: 'Info', message: `Letter ${id} from ${whom} came in by ${named(account)}.` });
  }
  if (letters > 0 || asked) {
    const among = ignored > 0 ? `, ${ignored} of them ignored: sender and recipient are the same` : '';
    words.push({
      ...of,
      level: 'Info',
      message: `${counted(letters)} fetched from ${named(account)}${among}.`,
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
      message: `${left} older letters of ${named(account)} stay on the server unrecorded: of so many the newest 10,000 are fetched.`,
    });
  }
  await log.add(words);
}

/** Why letters could not be fetched, as the classifier names it. */
export async function sayFailed(
  log: LogWriter,
  account: Account,
  failed: NonNullable<FetchEnd['failed']>,
): Promise<void> {
  const message = `Letters of ${named(account)} were not fetched. ${causeOf(failed, account.connection)}`;
  await log.add([{ source: 'Incoming Mail', level: 'Error', message, accountId: account.id }]);
}

function counted(letters: number): string {
  if (letters === 0) return 'No new letters were';
  return letters === 1 ? '1 letter was' : `${letters} letters were`;
}
