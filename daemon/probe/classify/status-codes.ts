import type { FailureKind } from '../../../shared/failure.ts';

/** Response codes of IMAP (RFC 5530, 9051 §7.1) and POP3 (RFC 2449 §8, 3206) that name a cause by themselves. */
export const tellingBrackets: Record<string, FailureKind> = {
  PRIVACYREQUIRED: 'auth_privacy_required',
  EXPIRED: 'auth_password_expired',
  AUTHORIZATIONFAILED: 'auth_authorization_failed',
  CONTACTADMIN: 'auth_account_disabled',
  UNAVAILABLE: 'server_temporary',
  'SYS/TEMP': 'server_temporary',
  SERVERBUG: 'server_error',
  'SYS/PERM': 'server_error',
  CLIENTBUG: 'protocol_error',
  LIMIT: 'rate_limited',
  INUSE: 'mailbox_locked',
  'IN-USE': 'mailbox_locked',
  'LOGIN-DELAY': 'login_delay',
  OVERQUOTA: 'quota_exceeded',
  NOPERM: 'mailbox_permission',
  NONEXISTENT: 'auth_mailbox_unavailable',
};

/** Response codes that every wording outranks. */
export const vagueBrackets: Record<string, FailureKind> = {
  AUTHENTICATIONFAILED: 'auth_bad_credentials',
  AUTH: 'auth_bad_credentials',
  ALERT: 'server_notice',
};

/** Subject and detail of enhanced status codes (RFC 3463, 5248, 4954, 7372 and Microsoft's) that name a cause. */
export const tellingEnhanced: Record<string, FailureKind> = {
  '7.4': 'auth_mechanism_unsupported',
  '7.9': 'auth_mechanism_unsupported',
  '7.10': 'auth_privacy_required',
  '7.11': 'auth_privacy_required',
  '7.12': 'auth_password_transition',
  '7.13': 'auth_account_disabled',
  '7.25': 'client_host_rejected',
  '7.28': 'rate_limited',
  '7.57': 'auth_required',
  '7.139': 'auth_policy_blocked',
  '7.60': 'sender_rejected',
  '2.252': 'sender_rejected',
  '3.4': 'message_too_large',
  '5.6': 'auth_protocol_error',
};

/** Enhanced status codes that a wording outranks. */
export const vagueEnhanced: Record<string, FailureKind> = {
  '7.8': 'auth_bad_credentials',
  '1.7': 'sender_rejected',
  '1.8': 'sender_rejected',
  '2.2': 'quota_exceeded',
  '2.3': 'message_too_large',
  '4.2': 'connection_closed',
  '5.1': 'protocol_error',
  '5.2': 'protocol_error',
  '5.4': 'protocol_error',
  '7.20': 'message_rejected_policy',
  '7.23': 'message_rejected_policy',
  '7.26': 'message_rejected_policy',
};
