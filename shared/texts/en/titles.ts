import type { ExplanationContext } from '../../explanation/entry.ts';
import { providerOf } from '../../explanation/provider.ts';
import { sslWasUsed } from '../../explanation/ssl-was-used.ts';
import type { FailureKind } from '../../failure.ts';

/** A title for each cause, at most 70 characters; a kind without one does not compile. */
export type Titles = Record<FailureKind, string | ((context: ExplanationContext) => string)>;

export const titles: Titles = {
  dns_not_found: 'The server name does not exist',
  dns_temporary: 'The name could not be looked up right now',
  address_refused: 'No mail server can be at this address',
  connect_refused: 'Nothing listens on this port',
  connect_timeout: 'The server does not answer',
  network_unreachable: 'No way to the server from this network',
  connection_reset: 'The connection was torn down',
  connection_closed: 'The server hung up',
  greeting_timeout: 'Connected, but the server stays silent',
  tls_wrong_mode: (context) =>
    sslWasUsed(context)
      ? 'SSL was used on a port that starts unencrypted'
      : 'This port expects SSL from the first byte',
  tls_protocol_version: 'No TLS version in common',
  tls_handshake_failed: 'The encrypted connection could not be agreed on',
  tls_closed: 'The server hung up while encryption was starting',
  tls_timeout: 'Encryption was started but never finished',
  cert_expired: 'The server’s certificate has expired',
  cert_not_yet_valid: 'The server’s certificate is not valid yet',
  cert_hostname_mismatch: 'The certificate belongs to another name',
  cert_self_signed: 'The server made its own certificate',
  cert_untrusted_issuer: 'The certificate comes from an unknown authority',
  cert_pin_mismatch: 'The server shows another key than the pinned one',
  cert_invalid: 'The server’s certificate is faulty',
  starttls_required: 'The server wants encryption first',
  starttls_unavailable: 'The server offers no STARTTLS on this port',
  starttls_injection: 'Someone slipped data in before encryption began',
  reply_timeout: 'The server stopped answering',
  wrong_protocol: 'Another kind of service answers on this port',
  protocol_error: 'Server and client misunderstood each other',
  response_too_large: 'The server sent more than is sane',
  server_temporary: 'The server has a passing problem',
  server_error: 'The server reports a fault of its own',
  server_notice: 'The server has a message for you',
  connection_limit: 'Too many connections at once',
  rate_limited: 'Too much in too short a time',
  login_delay: 'The server allows fewer checks of this mailbox',
  client_host_rejected: 'The server refuses your network address',
  unexpected_preauth: 'The server says you are logged in already',
  internal_error: 'Mailprobe itself failed',
  auth_bad_credentials: 'User name or password is wrong',
  auth_ambiguous: 'Login refused; the server hides which of several causes it is',
  auth_app_password_required: 'This account needs an app password',
  auth_app_password_likely: 'Wrong password, or an app password is needed',
  auth_oauth_required: 'Passwords are not accepted here any more',
  auth_web_login_required: 'The provider wants you to log in on the web first',
  auth_protocol_disabled: ({ type, server, reply }) => {
    if ((type ?? 'smtp') === 'smtp' && providerOf(server, reply) === 'microsoft')
      return 'SMTP AUTH is switched off in Microsoft 365';
    return `${type ? `${type.toUpperCase()} access` : 'Access for mail programs'} is switched off for this account`;
  },
  auth_account_disabled: 'This account is disabled or locked',
  auth_policy_blocked: 'A security rule refused this login',
  auth_password_expired: 'The password has expired',
  auth_password_transition: 'The password must be converted by one web login',
  auth_rate_limited: 'Too many login attempts',
  auth_temporary: 'The server cannot check passwords right now',
  auth_required: 'The server wants a login first',
  auth_privacy_required: 'The server takes no password without encryption',
  auth_mechanism_unsupported: 'No way of logging in that both sides know',
  auth_authorization_failed: 'Login is right, but not for this mailbox',
  auth_mailbox_unavailable: 'Logged in, but the mailbox cannot be opened',
  auth_protocol_error: 'The login exchange was garbled',
  client_id_required: 'The server wants the mail program to identify itself',
  mailbox_locked: 'The mailbox is in use by another session',
  mailbox_permission: 'No right to open this mailbox',
  quota_exceeded: 'The mailbox is full',
  sender_rejected: 'The server does not accept this From address',
  recipient_rejected: 'The server does not accept this recipient',
  relay_denied: 'The server does not pass mail on for you',
  message_too_large: 'The message is larger than the server allows',
  message_rejected_policy: 'A rule against spam refused the message',
};
