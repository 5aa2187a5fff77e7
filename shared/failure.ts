import * as z from 'zod/mini';

/**
 * Every cause a failed step can have: a closed union. A new kind is added here, explained in
 * `explanation/`, and recognised in `daemon/probe/classify.ts`; the tests refuse a kind that lacks either.
 */
export const failureKinds = [
  // Finding and reaching the server
  'dns_not_found',
  'dns_temporary',
  'address_refused',
  'connect_refused',
  'connect_timeout',
  'network_unreachable',
  'connection_reset',
  'connection_closed',
  // TLS and certificates
  'tls_wrong_mode',
  'tls_protocol_version',
  'tls_handshake_failed',
  'tls_closed',
  'tls_timeout',
  'cert_expired',
  'cert_not_yet_valid',
  'cert_hostname_mismatch',
  'cert_self_signed',
  'cert_untrusted_issuer',
  'cert_pin_mismatch',
  'cert_invalid',
  'starttls_required',
  'starttls_unavailable',
  'starttls_injection',
  // The conversation
  'greeting_timeout',
  'reply_timeout',
  'wrong_protocol',
  'protocol_error',
  'response_too_large',
  'server_temporary',
  'server_error',
  'server_notice',
  'connection_limit',
  'rate_limited',
  'login_delay',
  'client_host_rejected',
  // Login
  'auth_bad_credentials',
  'auth_ambiguous',
  'auth_app_password_required',
  'auth_app_password_likely',
  'auth_oauth_required',
  'auth_web_login_required',
  'auth_protocol_disabled',
  'auth_account_disabled',
  'auth_policy_blocked',
  'auth_password_expired',
  'auth_password_transition',
  'auth_rate_limited',
  'auth_temporary',
  'auth_required',
  'auth_privacy_required',
  'auth_mechanism_unsupported',
  'auth_authorization_failed',
  'auth_mailbox_unavailable',
  'auth_protocol_error',
  'unexpected_preauth',
  'client_id_required',
  // Mailbox and sending
  'mailbox_locked',
  'mailbox_permission',
  'quota_exceeded',
  'sender_rejected',
  'recipient_rejected',
  'relay_denied',
  'message_too_large',
  'message_rejected_policy',
  // Ours
  'internal_error',
] as const;

export const FailureKind = z.enum(failureKinds);
export type FailureKind = z.infer<typeof FailureKind>;

/** Why a stage failed. Every text in it is redacted already. */
export const Failure = z.strictObject({
  kind: FailureKind,
  /** The server's own words, lines joined by `\n`. */
  reply: z.optional(z.string()),
  /** What we saw that the server did not say: one English sentence or a library's message. */
  detail: z.optional(z.string()),
  /** The code of Node, OpenSSL or a mail library, such as `ECONNREFUSED`. */
  code: z.optional(z.string()),
  /** Can the same test pass later with nothing changed? */
  retry: z.boolean(),
  /** What the stage had found out before it failed, in the shape of its evidence. */
  evidence: z.optional(z.record(z.string(), z.unknown())),
});
export type Failure = z.infer<typeof Failure>;
