import { isOnItsWay, type Letter, type LetterHold } from '../../../shared/letter.ts';
import { letterReasonWords } from '../../../shared/letter-reason.ts';
import { explain } from '../../../shared/explanation.ts';
import { visibleLines } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';
import { localMoment } from './moment.ts';

/** A letter for a person: who, what became of it, and its text. */
export function letterText(letter: Letter, out: Output): string {
  const { direction, status, hold, failureKind, deliveries, reply, redirectedTo, reason, triedUntil } =
    letter;
  const pairs: [string, string | undefined][] = [
    ['Letter', `${letter.id} (${direction})`],
    ['Recorded', localMoment(letter.createdAt)],
    ['From', letter.sender],
    ['To', letter.recipients],
    ['Cc', letter.cc],
    ['Bcc', letter.bcc],
    ['Went to', redirectedTo && `${redirectedTo} (simple.email.test.user), in place of these`],
    ['Subject', letter.subject],
    ['Account', letter.accountId && `${letter.accountId}${letter.byDefault ? ', the default one' : ''}`],
    ['Message-ID', letter.messageId],
    ['Size', `${letter.octets} octets`],
    ['Status', hold === undefined ? letterStatusWords(letter) : `${status}: ${holdWords[hold]}`],
    ['Attempts', direction === 'outgoing' ? String(letter.attempts) : undefined],
    ['Next try', letter.nextAttemptAt && localMoment(letter.nextAttemptAt)],
    [
      'Test letter',
      triedUntil && isOnItsWay(status) ? `not tried after ${localMoment(triedUntil)}` : undefined,
    ],
    ['Reason', reason && letterReasonWords(reason)],
    ['Cause', failureKind && `${explain(failureKind, { type: 'smtp' }).title} (${failureKind})`],
    ['Queue id', letter.queueId],
    ['Server said', reply?.replaceAll('\n', ' / ')],
    ...deliveries.map(({ address, outcome, reply }): [string, string] => [
      'Recipient',
      reply === undefined
        ? // What failed before the recipient was named was refused by nobody's words.
          `${address}: ${outcome === 'refused' ? 'not sent' : outcome}`
        : `${address}: ${outcome}, ${reply.replaceAll('\n', ' / ')}`,
    ]),
  ];
  const known = pairs.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const body = visibleLines(letter.text, 500).map((line) => `${line}\n`);
  return `${facts(known, out)}\n${letter.text === '' && letter.textCut ? unread : body.join('')}`;
}

const unread =
  'No text was found in the beginning of the letter, which is all that is read:\nwhat stands before it, such as its headers, is too long.\n';

/** Such as `Processed, 2 refused`. */
export function letterStatusWords({ status, refused }: Pick<Letter, 'status' | 'refused'>): string {
  return status === 'Processed' && refused ? `${status}, ${refused} refused` : status;
}

/** Why it waits though its time has come. */
export const holdWords: Record<LetterHold, string> = {
  sending_off: 'sending is switched off (npx mailprobe properties set simple.email.smtp.active on).',
  guarded: 'sign-in of its account was refused again and again; type its password again, or test it.',
  secret_required: 'its account has no password as it is now; type it again.',
  secret_trouble:
    'the password of its account cannot be read without somebody there; see npx mailprobe secrets.',
  account_inactive: 'its account is inactive.',
  account_missing: 'its account is not there any more, or is no SMTP account.',
  daemon_trouble: 'Mailprobe could not read or write its own data; it is tried again every minute.',
};
