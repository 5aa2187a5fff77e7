import type { Bounce } from '../../../../shared/round-trip.ts';
import { bounceOf } from './bounce.ts';
import { type HeaderField, headerFields } from './letter-head.ts';
import { holdsToken } from './token.ts';

/** What a letter in the mailbox has to do with the one that was sent. */
export type Seen = { kind: 'letter'; fields: HeaderField[] } | { kind: 'report'; bounce: Bounce };

/**
 * Undefined for a letter of somebody else; and for an answer to ours, which proves no more than that it was read. `scrub` goes
 * over every text before anything is read out of it.
 */
export function seenLetter(raw: string, token: string, scrub: (text: string) => string): Seen | undefined {
  if (!holdsToken(raw, token)) return undefined;
  const fields = headerFields(raw).map(({ name, value }) => ({ name, value: scrub(value) }));
  const value = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';
  const status = deliveryStatusIn(raw);
  if (isReport(value('content-type')) || (status !== undefined && isAutomatic(value))) {
    const bounce = bounceOf(scrub(status ?? ''));
    return wentOn.test(bounce.action ?? '') ? undefined : { kind: 'report', bounce };
  }
  const isAnswer = value('in-reply-to') !== '' || isAutomatic(value);
  if (holdsToken(value('message-id'), token)) return { kind: 'letter', fields };
  return holdsToken(value('subject'), token) && !isAnswer ? { kind: 'letter', fields } : undefined;
}

/** What did not stop the letter, and does not tell where it is (RFC 3464 §2.3.3). */
const wentOn = /^(?:delivered|relayed|expanded)$/;

/** Of another kind are receipts of who has read it (RFC 8098), and complaints (RFC 5965). */
function isReport(contentType: string): boolean {
  const [, kind = 'delivery-status'] = /\breport-type="?([\w-]+)/i.exec(contentType) ?? [];
  return /^multipart\/report\b/i.test(contentType) && kind.toLowerCase() === 'delivery-status';
}

/** RFC 3834 §5; a report comes from nobody (RFC 3464 §2). */
function isAutomatic(value: (name: string) => string): boolean {
  return /^auto-/i.test(value('auto-submitted')) || value('return-path') === '<>';
}

/** The text of the part that says it to machines. */
function deliveryStatusIn(raw: string): string | undefined {
  const [, part] = raw.split(/^content-type:[ \t]*message\/(?:global-)?delivery-status\b/im, 2);
  const begin = part?.search(/\r?\n\r?\n/) ?? -1;
  return begin === -1 ? undefined : part?.slice(begin).split(/^--/m, 1)[0];
}
