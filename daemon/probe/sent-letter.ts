import type { TestEvent } from '../../shared/event.ts';
import type { Failure, FailureKind } from '../../shared/failure.ts';
import type { Delivery } from '../../shared/letter.ts';

/**
 * How the sending of a letter ended. Taken: the server said so, for those that are accepted. Unknown: the last dot was
 * written, and no answer to it came. Stopped by the signal, or held back by `handOver`, before that dot: nothing was sent.
 */
export interface SentLetter {
  outcome: 'taken' | 'refused' | 'unknown' | 'stopped' | 'held back';
  deliveries: Delivery[];
  /** The answer to the last dot, or what refused all. */
  reply?: string | undefined;
  queueId?: string | undefined;
  failure?: Failure | undefined;
}

/** What happens while a letter is sent: the stages up to the login as in a test, then the letter's own steps. */
export type SendingEvent =
  | TestEvent
  | { type: 'sender'; command: string; reply: string }
  | { type: 'recipient'; delivery: Delivery; kind?: FailureKind }
  | { type: 'handing over'; octets: number; encoding: string }
  /** Once, and last. */
  | { type: 'ended'; sent: SentLetter };

/** Would another try be refused just so, until somebody changes something? A 4yz reply and trouble on the way pass. */
export function isLasting({ kind, retry, reply }: Failure): boolean {
  if (retry) return false;
  const codes = [...(reply ?? '').matchAll(/^([2-5])\d\d(?:[ -]|$)/gm)].map(([, digit]) => digit);
  const refusing = codes.findLast((digit) => digit === '4' || digit === '5');
  if (refusing !== undefined) return refusing === '5';
  return lasting.has(kind);
}

/** Where no server has said it: what the account or the letter is, and what no server of good faith does. */
const lasting = new Set<FailureKind>([
  'address_refused',
  'auth_mechanism_unsupported',
  'auth_privacy_required',
  'auth_required',
  'internal_error',
  'message_too_large',
  'protocol_error',
  'recipient_rejected',
  'response_too_large',
  'sender_rejected',
  'starttls_injection',
]);
