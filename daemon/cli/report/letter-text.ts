import {
  isOnItsWay,
  type Letter,
  type LetterHold,
  letterLimits,
  type ToldOutcome,
  toldOutcome,
} from '../../../shared/letter.ts';
import { letterReasonWords } from '../../../shared/letter-reason.ts';
import { explain } from '../../../shared/explanation.ts';
import { visibleLines, visibleText } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';
import { localMoment } from './moment.ts';

/** A letter for a person: who, what became of it, and its text. */
export function letterText(letter: Letter, out: Output, withHeaders = false): string {
  const { direction, status, hold, failureKind, deliveries, reply, redirectedTo, reason, triedUntil } =
    letter;
  const pairs: [string, string | undefined][] = [
    ['Letter', `${letter.id} (${direction})`],
    ['Recorded', localMoment(letter.createdAt)],
    ['Sent at', momentOf(letter.sentAt)],
    ['From', letter.sender],
    ['To', letter.recipients],
    ['Cc', letter.cc],
    ['Bcc', letter.bcc],
    ['Went to', redirectedTo && `${redirectedTo} (simple.email.test.user), in place of these`],
    ['Subject', letter.subject],
    ['Account', letter.accountId && `${letter.accountId}${letter.byDefault ? ', the default one' : ''}`],
    ['Message-ID', letter.messageId],
    // Before its first try nobody knows how large it is in the end.
    ['Size', direction === 'incoming' || letter.attempts > 0 ? octetsOf(letter.octets) : undefined],
    ['Status', hold === undefined ? letterStatusWords(letter) : `${status}: ${holdWords[hold]}`],
    ['Attempts', direction === 'outgoing' ? String(letter.attempts) : undefined],
    // Of one that is held its time says nothing: it may be over long since.
    ['Next try', hold === undefined ? momentOf(letter.nextAttemptAt) : undefined],
    [
      'Test letter',
      triedUntil && isOnItsWay(status) ? `not tried after ${localMoment(triedUntil)}` : undefined,
    ],
    ['Meaning', status === 'Unknown' ? unknownWords(letter.id) : undefined],
    ['Reason', reason && letterReasonWords(reason)],
    ['Cause', failureKind && `${explain(failureKind, { type: 'smtp' }).title} (${failureKind})`],
    ['Queue id', letter.queueId],
    ['Server said', reply?.replaceAll('\n', ' / ')],
    ...deliveries.map(({ address, outcome, reply }): [string, string] => [
      'Recipient',
      `${address}: ${outcomeWords[toldOutcome({ outcome, reply })]}${reply === undefined ? '' : `, ${reply.replaceAll('\n', ' / ')}`}`,
    ]),
  ];
  const known = pairs.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const body = visibleLines(letter.text, 500).map((line) => `${line}\n`);
  const headers = withHeaders
    ? letter.headers.map(({ name, value }) => `${visibleText(`${name}: ${value}`, letterLimits.headers)}\n`)
    : [];
  if (headers.length > 0) headers.push('\n');
  return `${facts(known, out)}\n${headers.join('')}${letter.text === '' && letter.textCut ? unread : body.join('')}`;
}

function momentOf(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : localMoment(iso);
}

function octetsOf(octets: number): string {
  return octets === 1 ? '1 octet' : `${octets.toLocaleString('en')} octets`;
}

function unknownWords(id: Letter['id']): string {
  return `It was handed over, and the connection ended before the server said whether it took it. It is not sent again by itself; npx mailprobe letters retry ${id} may bring it twice.`;
}

const outcomeWords: Record<ToldOutcome, string> = {
  waiting: 'waiting',
  accepted: 'accepted',
  refused: 'refused',
  notSent: 'not sent',
  unknown: 'not known whether it was taken',
};

const unread =
  'No text was found in the beginning of the letter, which is all that is read:\nwhat stands before it, such as its headers, is too long.\n';

/** Such as `Processed, except 2`: so many recipients have not got it. */
export function letterStatusWords({ status, refused }: Pick<Letter, 'status' | 'refused'>): string {
  return status === 'Processed' && refused ? `${status}, except ${refused}` : status;
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
