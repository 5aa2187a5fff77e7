import type { Id } from '../../../../shared/id.ts';
import { letterLimits } from '../../../../shared/letter.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { FetchedLetter } from '../../../probe/fetch/fetch-order.ts';
import type { LetterFields } from '../../../store/letter-row.ts';
import type { NewLetter } from '../../../store/mailboxes.ts';
import type { Person } from '../../../store/person.ts';
import type { ParsedLetter } from '../parse/parsed-letter.ts';

type Common = Pick<
  LetterFields,
  | 'createdAt'
  | 'direction'
  | 'accountId'
  | 'byDefault'
  | 'octets'
  | 'attempts'
  | 'username'
  | 'createdBy'
  | 'deliveries'
>;
type Unread = Pick<LetterFields, 'sender' | 'recipients' | 'subject' | 'headers' | 'text' | 'textCut'>;

interface Whose {
  accountId: Id;
  byDefault: boolean;
  who: Person;
}

/** What is recorded of a fetched letter. `parsed` is missing for one that was not given, or that nothing can read. */
export function letterFields(
  { uid, octets, refused }: FetchedLetter,
  parsed: ParsedLetter | undefined,
  { accountId, byDefault, who }: Whose,
): NewLetter {
  const same: Common = {
    createdAt: new Date().toISOString(),
    direction: 'incoming',
    accountId,
    byDefault,
    octets,
    attempts: 0,
    username: who.username,
    createdBy: who.id,
    deliveries: [],
  };
  if (!parsed) {
    const reply = refused === undefined ? {} : { reply: visibleText(refused, letterLimits.reply) };
    const unread: Unread = { sender: '', recipients: '', subject: '', headers: [], text: '', textCut: true };
    return { uid, fields: { ...same, ...unread, ...reply, status: 'Failed' } };
  }
  const { sender, recipients, subject, headers, text, cc, replyTo, messageId, sentAt, textCut } = parsed;
  const fields: LetterFields = {
    ...same,
    status: parsed.toItself ? 'Ignored' : 'Processed',
    sender,
    recipients,
    subject,
    headers,
    text,
    ...filled({ cc, replyTo, messageId, sentAt }),
    ...(textCut ? { textCut } : {}),
  };
  return { uid, digest: parsed.digest, fields };
}

function filled<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')) as Partial<T>;
}
