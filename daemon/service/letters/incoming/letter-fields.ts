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
  { uid, octets, refused, unread }: FetchedLetter,
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
    const why =
      refused === undefined
        ? { reason: unread ?? ('unreadable' as const) }
        : { reply: visibleText(refused, letterLimits.reply) };
    return { uid, fields: { ...same, ...nothing, ...why, status: 'Failed' } };
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

/** What is recorded of one that the store refuses as it is: what stands in lists, or nothing of it. */
export function withLess({ uid, digest, fields }: NewLetter, left: 'headers' | 'nothing'): NewLetter {
  const { sender, recipients, subject, messageId, sentAt, ...rest } = fields;
  const listed = { sender, recipients, subject, ...filled({ messageId, sentAt }) };
  const { cc: _cc, replyTo: _replyTo, ...same } = rest;
  const kept = left === 'headers' ? { ...nothing, ...listed } : nothing;
  return {
    uid,
    ...(digest && { digest }),
    fields: { ...same, ...kept, reason: 'not_kept', status: 'Failed' },
  };
}

const nothing: Unread = { sender: '', recipients: '', subject: '', headers: [], text: '', textCut: true };

function filled<Name extends string>(
  fields: Record<Name, string | undefined>,
): Partial<Record<Name, string>> {
  const some = Object.entries<string | undefined>(fields).filter(
    ([, text]) => text !== undefined && text !== '',
  );
  return Object.fromEntries(some) as Partial<Record<Name, string>>;
}
