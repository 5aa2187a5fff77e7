import { type FailureKind, failureKinds } from '../../../shared/failure.ts';
import type { Stage } from '../../../shared/stage.ts';

/** Where a code turned up. */
export interface CodeContext {
  stage: Stage;
  /** The server had already agreed to STARTTLS or STLS: from there on the handshake runs. */
  agreed: boolean;
  /** The server has said something, if not all of it: it is slow, not silent. */
  spoke?: boolean;
  /** The error's message. */
  message: string;
}

/** The cause behind a code of Node, OpenSSL or a mail library. The only file of the daemon that knows such codes. */
export function kindOfCode(
  code: string,
  { stage, agreed, spoke, message }: CodeContext,
): FailureKind | undefined {
  const inHandshake = stage === 'tls' || (stage === 'starttls' && agreed);
  if (/before secure TLS connection/.test(message)) return 'tls_closed';
  if (timeouts.has(code)) return inHandshake ? 'tls_timeout' : spoke ? 'reply_timeout' : timeoutAt[stage];
  if (closings.has(code)) return inHandshake ? 'tls_closed' : 'connection_closed';
  if (stage === 'resolve' && resolving.has(code)) return 'dns_temporary';
  const kind = kinds.get(code);
  if (kind) return kind;
  return /^ERR_(?:SSL|OSSL)_/.test(code) ? kindOfOpenSsl(code) : undefined;
}

/** The cause behind a code that says little: asked last, after the message. */
export function kindOfVagueCode(code: string): FailureKind | undefined {
  return Object.hasOwn(vagueKinds, code) ? vagueKinds[code] : undefined;
}

/**
 * The cause behind a message of a client program: Node, OpenSSL of any version, Ruby, Python, a mail library. For pasted
 * text and for errors without a code; a code knows better.
 */
export function kindOfWording(text: string): FailureKind | undefined {
  const short = text.length > 8192 ? text.slice(0, 8192) : text;
  return wordings.find(([, pattern]) => pattern.test(short))?.[0];
}

/** One refusal says more than any number of timeouts; a library's wrapper says least. */
export function mostTellingFirst(codes: string[]): string[] {
  const rank = (code: string) =>
    code === 'ECONNREFUSED' ? 0 : wrappers.has(code) ? 3 : unreachable.has(code) ? 2 : 1;
  return codes.toSorted((a, b) => rank(a) - rank(b));
}

/** node-pop3 has no codes: its messages are single words. */
export function isCodeWord(message: string): boolean {
  return message === 'timeout' || message === 'end' || message === 'close' || message === 'no-socket';
}

const wrappers = new Set(['ESOCKET', 'ECONNECTION', 'EDNS', 'EAUTH', 'EPROTOCOL']);
const unreachable = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);

/** OpenSSL renames its reasons from version to version (`SSLV3_ALERT_…`, `SSL/TLS_ALERT_…`): only their tails are stable. */
function kindOfOpenSsl(code: string): FailureKind {
  if (
    /WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|HTTP_REQUEST|HTTPS_PROXY_REQUEST|PACKET_LENGTH_TOO_LONG|NOT_TLS/.test(
      code,
    )
  ) {
    return 'tls_wrong_mode';
  }
  if (
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|UNSUPPORTED_SSL_VERSION|NO_PROTOCOLS|VERSION_TOO_LOW|INAPPROPRIATE_FALLBACK/.test(
      code,
    )
  ) {
    return 'tls_protocol_version';
  }
  if (/UNEXPECTED_EOF|CLOSE_NOTIFY/.test(code)) return 'tls_closed';
  if (/(?:EE|CA)_(?:KEY|MD)_TOO_(?:SMALL|WEAK)|CERTIFICATE_VERIFY_FAILED/.test(code)) return 'cert_invalid';
  return 'tls_handshake_failed';
}

const timeouts = new Set([
  'ETIMEDOUT',
  'ETIMEOUT',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
  'ESOCKETTIMEDOUT',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'timeout',
]);

const timeoutAt: Record<Stage, FailureKind> = {
  resolve: 'dns_temporary',
  connect: 'connect_timeout',
  tls: 'tls_timeout',
  greeting: 'greeting_timeout',
  starttls: 'reply_timeout',
  login: 'reply_timeout',
  sender: 'reply_timeout',
  mailbox: 'reply_timeout',
  logout: 'reply_timeout',
};

const closings = new Set([
  'ECLOSED',
  'EPIPE',
  'ECONNABORTED',
  'ECONNECTION',
  'NoConnection',
  'EConnectionClosed',
  'ClosedAfterConnectText',
  'ClosedAfterConnectTLS',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ERR_SOCKET_CLOSED',
  'end',
  'close',
  'no-socket',
]);

/** While resolving these mean the name server, not the mail server. */
const resolving = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EREFUSED',
  'ECANCELLED',
  'EDNS',
]);

const kinds = byCode({
  dns_not_found: 'ENOTFOUND ENODATA ENONAME EBADNAME EAI_NONAME EAI_NODATA EDNS',
  dns_temporary: 'EAI_AGAIN EAI_FAIL ESERVFAIL',
  connect_refused: 'ECONNREFUSED',
  connection_reset: 'ECONNRESET ENETRESET',
  network_unreachable: 'ENETUNREACH EHOSTUNREACH ENETDOWN EHOSTDOWN EADDRNOTAVAIL EACCES EPERM',
  cert_expired: 'CERT_HAS_EXPIRED',
  cert_not_yet_valid: 'CERT_NOT_YET_VALID',
  cert_hostname_mismatch: 'ERR_TLS_CERT_ALTNAME_INVALID HOSTNAME_MISMATCH',
  cert_self_signed: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  cert_untrusted_issuer:
    'SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_UNTRUSTED',
  cert_invalid:
    'CERT_SIGNATURE_FAILURE CERT_CHAIN_TOO_LONG CERT_REVOKED CERT_REJECTED INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY UNABLE_TO_GET_CRL ERROR_IN_CERT_NOT_BEFORE_FIELD ERROR_IN_CERT_NOT_AFTER_FIELD ERR_TLS_CERT_ALTNAME_FORMAT',
  tls_protocol_version: 'ERR_TLS_INVALID_PROTOCOL_VERSION',
  starttls_unavailable: 'ETLS',
  starttls_injection: 'STARTTLS_INJECTION',
  protocol_error: 'InvalidResponse',
  response_too_large: 'LineTooLarge LiteralTooLarge ResponseTooLarge',
  rate_limited: 'ETHROTTLE',
  auth_required: 'ENOAUTH',
  auth_oauth_required: 'EOAUTH2',
  sender_rejected: 'EENVELOPE',
});

const vagueKinds: Record<string, FailureKind> = {
  EAUTH: 'auth_bad_credentials',
  EPROTOCOL: 'protocol_error',
  ESOCKET: 'connection_closed',
};

/** The most special first. Numbers in OpenSSL's messages are left alone: they change by version. */
const wordings: [FailureKind, RegExp][] = [
  ['auth_required', /missing credentials/i],
  ['starttls_injection', /STARTTLS_INJECTION|(?:data|bytes|response)[^\n]{0,40}(?:before|after) STARTTLS/i],
  [
    'starttls_unavailable',
    /(?:STARTTLS|STLS)[^\n]{0,40}(?:not (?:supported|offered|available)|unsupported)|not support STARTTLS/i,
  ],
  [
    'tls_wrong_mode',
    /wrong[_ ]version[_ ]number|unknown protocol|http request|packet length too long|record (?:overflow|layer failure)|plain ?text connection|not an? (?:ssl|tls)|does not look like a TLS|unexpected (?:tls|ssl) packet|UNKNOWN_PROTOCOL/i,
  ],
  [
    'tls_protocol_version',
    /protocol version|unsupported[_ ]protocol|version too low|no protocols available|unsupported (?:ssl|tls)|inappropriate fallback|protocol_version|legacy sigalg/i,
  ],
  [
    'cert_untrusted_issuer',
    /self[- ]signed certificate in (?:the )?(?:certificate )?chain|SELF_SIGNED_CERT_IN_CHAIN/i,
  ],
  ['cert_self_signed', /self[- ]signed|DEPTH_ZERO_SELF_SIGNED/i],
  [
    'cert_untrusted_issuer',
    /unable to (?:verify the first|get (?:local )?issuer)|unknown[_ ](?:ca|authority)|untrusted|unable to find valid certification path|UNABLE_TO_(?:VERIFY|GET)|not trusted|x509: certificate signed by unknown/i,
  ],
  [
    'cert_expired',
    /certificate (?:has |is )?expired|CERT_HAS_EXPIRED|cert[^\n]{0,20}expired|expired[^\n]{0,20}certificate/i,
  ],
  ['cert_not_yet_valid', /(?:certificate|cert)[^\n]{0,20}not yet valid|CERT_NOT_YET_VALID/i],
  [
    'cert_hostname_mismatch',
    /altnames?\b|host ?name[^\n]{0,60}(?:match|mismatch|differ)|doesn.t match[^\n]{0,40}(?:host|certificate)|certificate is (?:not )?valid for|ALTNAME_INVALID|IP address mismatch/i,
  ],
  [
    'cert_invalid',
    /certificate verify failed|bad certificate|certificate (?:revoked|rejected|unknown)|key too small|md too weak/i,
  ],
  [
    'tls_closed',
    /before secure TLS connection|unexpected eof|EOF occurred in violation|SSL_ERROR_SYSCALL|close notify|handshake[^\n]{0,30}(?:closed|terminated|eof)/i,
  ],
  ['tls_timeout', /(?:tls|ssl|handshake)[^\n]{0,30}timed? ?out/i],
  [
    'tls_handshake_failed',
    /handshake[_ ]failure|handshake failed|no (?:shared )?ciphers?|alert number|SSL routines|SSL_connect|certificate required|dh key too small/i,
  ],
  [
    'dns_temporary',
    /EAI_AGAIN|temporary failure in name resolution|ESERVFAIL|SERVFAIL|dns[^\n]{0,20}(?:time|fail)/i,
  ],
  [
    'dns_not_found',
    /ENOTFOUND|name or service not known|nodename nor servname|no such host|NXDOMAIN|host not found|could ?n.t resolve|could not resolve|unknown host|UnknownHost|no address associated/i,
  ],
  ['connect_refused', /ECONNREFUSED|connection refused|actively refused/i],
  ['connection_reset', /ECONNRESET|connection (?:was )?reset|reset by peer|forcibly closed/i],
  ['network_unreachable', /E(?:NET|HOST)UNREACH|(?:network|host) is unreachable|no route to host/i],
  ['greeting_timeout', /greeting never received|GREETING_TIMEOUT|failed to receive greeting/i],
  [
    'connect_timeout',
    /connect[^\n]{0,60}(?:ETIMEDOUT|timed? ?out)|ETIMEDOUT|connection time-?out|operation timed out/i,
  ],
  ['reply_timeout', /timed? ?out|\btimeout\b/i],
  [
    'connection_closed',
    /connection (?:closed|lost|not available|unexpectedly)|closed (?:unexpectedly|by|connection)|end of (?:stream|file)|socket (?:hang up|closed|is not)|\bEOF\b|broken pipe|ECONNABORTED|EPIPE|NoConnection|connection not available/i,
  ],
  ['wrong_protocol', /^HTTP\/\d|unexpected (?:greeting|response)|invalid greeting/i],
];

function byCode(codes: Partial<Record<FailureKind, string>>): Map<string, FailureKind> {
  const kinds = new Map<string, FailureKind>();
  for (const kind of failureKinds) for (const code of codes[kind]?.split(' ') ?? []) kinds.set(code, kind);
  return kinds;
}
