import type { LetterFields } from '../../daemon/store/letter-row.ts';
import { systemUserId } from '../../shared/id.ts';

/** One that waits to be sent. */
export function outgoingLetter(change: Partial<LetterFields> = {}): LetterFields {
  return {
    createdAt: '2026-11-23T02:00:00.000Z',
    direction: 'outgoing',
    status: 'Ready',
    accountId: '157425284611357796',
    byDefault: false,
    sender: 'Ada <ada@acme.example>',
    recipients: 'bob@acme.example',
    subject: 'A test',
    messageId: '0b6f@acme.example',
    octets: 5,
    attempts: 0,
    nextAttemptAt: '2026-11-23T02:00:00.000Z',
    username: 'ada',
    createdBy: systemUserId,
    headers: [],
    text: 'Hello',
    deliveries: [],
    ...change,
  };
}
