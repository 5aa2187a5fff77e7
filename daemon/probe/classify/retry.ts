import type { FailureKind } from '../../../shared/failure.ts';
import { isTemporary } from './judge-reply.ts';
import type { Refusal } from './refusal.ts';

/** Can the same test pass later with nothing changed? The cause decides; where it does not, the server's code does. */
export function canRetry(kind: FailureKind, refusal: Refusal | undefined): boolean {
  if (passing.has(kind)) return true;
  if (!undecided.has(kind) || !refusal) return false;
  return isTemporary(refusal) || refusal.brackets.some((code) => passingBrackets.has(code));
}

const passing = new Set<FailureKind>([
  'dns_temporary',
  'connect_timeout',
  'network_unreachable',
  'connection_reset',
  'connection_closed',
  'tls_closed',
  'tls_timeout',
  'greeting_timeout',
  'reply_timeout',
  'server_temporary',
  'server_notice',
  'connection_limit',
  'rate_limited',
  'login_delay',
  'auth_rate_limited',
  'auth_temporary',
  'mailbox_locked',
]);

const undecided = new Set<FailureKind>([
  'auth_bad_credentials',
  'starttls_unavailable',
  'server_error',
  'client_host_rejected',
  'auth_mailbox_unavailable',
  'quota_exceeded',
  'sender_rejected',
  'recipient_rejected',
  'message_rejected_policy',
]);

const passingBrackets = new Set(['SERVERBUG', 'UNAVAILABLE', 'SYS/TEMP', 'INUSE', 'IN-USE']);
