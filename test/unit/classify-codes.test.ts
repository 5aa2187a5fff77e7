import { describe, expect, test } from 'vitest';
import { classify, type Trouble } from '../../daemon/probe/classify.ts';
import { KnownFailure } from '../../daemon/probe/known-failure.ts';
import type { FailureKind } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';

const base = { type: 'imap', security: 'ssl', host: 'imap.example.com' } as const;

describe('codes of Node, OpenSSL and the libraries', () => {
  test.each<[Stage, string, FailureKind, boolean]>([
    ['resolve', 'ENOTFOUND', 'dns_not_found', false],
    ['resolve', 'EAI_AGAIN', 'dns_temporary', true],
    ['resolve', 'ESERVFAIL', 'dns_temporary', true],
    ['resolve', 'ECONNREFUSED', 'dns_temporary', true],
    ['resolve', 'ETIMEDOUT', 'dns_temporary', true],
    ['connect', 'ECONNREFUSED', 'connect_refused', false],
    ['connect', 'ETIMEDOUT', 'connect_timeout', true],
    ['connect', 'EHOSTUNREACH', 'network_unreachable', true],
    ['connect', 'ECONNRESET', 'connection_reset', true],
    ['tls', 'ETIMEDOUT', 'tls_timeout', true],
    ['tls', 'ECLOSED', 'tls_closed', true],
    ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls_wrong_mode', false],
    ['tls', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls_wrong_mode', false],
    ['tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls_protocol_version', false],
    ['tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls_protocol_version', false],
    ['tls', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls_handshake_failed', false],
    ['tls', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'tls_handshake_failed', false],
    ['tls', 'ERR_SSL_SOMETHING_OF_NEXT_YEAR', 'tls_handshake_failed', false],
    ['tls', 'CERT_HAS_EXPIRED', 'cert_expired', false],
    ['tls', 'CERT_NOT_YET_VALID', 'cert_not_yet_valid', false],
    ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'cert_hostname_mismatch', false],
    ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'cert_self_signed', false],
    ['tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'cert_untrusted_issuer', false],
    ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'cert_untrusted_issuer', false],
    ['tls', 'CERT_REVOKED', 'cert_invalid', false],
    ['greeting', 'ETIMEDOUT', 'greeting_timeout', true],
    ['greeting', 'ECLOSED', 'connection_closed', true],
    ['greeting', 'GREETING_TIMEOUT', 'greeting_timeout', true],
    ['login', 'ETIMEDOUT', 'reply_timeout', true],
    ['login', 'NoConnection', 'connection_closed', true],
    ['login', 'ECONNRESET', 'connection_reset', true],
    ['login', 'LineTooLarge', 'response_too_large', false],
    ['mailbox', 'ETIMEOUT', 'reply_timeout', true],
    ['starttls', 'ETLS', 'starttls_unavailable', false],
    ['starttls', 'STARTTLS_INJECTION', 'starttls_injection', false],
  ])('%s: %s', (stage, code, kind, retry) => {
    expect(classify({ ...base, stage, error: Object.assign(new Error('x'), { code }) })).toMatchObject({
      kind,
      retry,
      code,
    });
  });

  test('after the server has agreed to STARTTLS the same codes mean the handshake', () => {
    const at = (code: string) =>
      classify({
        ...base,
        stage: 'starttls',
        reply: 'A1 OK Begin TLS',
        error: Object.assign(new Error('x'), { code }),
      }).kind;
    expect(at('ETIMEDOUT')).toBe('tls_timeout');
    expect(at('ECLOSED')).toBe('tls_closed');
    expect(at('CERT_HAS_EXPIRED')).toBe('cert_expired');
  });

  test('a wrapped code says more than its wrapper', () => {
    const nodemailer = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ESOCKET',
      originalCode: 'ECONNREFUSED',
    });
    expect(classify({ ...base, stage: 'connect', error: nodemailer }).kind).toBe('connect_refused');
    const caused = new Error('failed', {
      cause: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }),
    });
    expect(classify({ ...base, stage: 'tls', error: caused }).kind).toBe('cert_expired');
  });

  test('of several addresses the one that refused decides', () => {
    const part = (code: string) => Object.assign(new Error(code), { code });
    const both = new AggregateError([part('ENETUNREACH'), part('ETIMEDOUT'), part('ECONNREFUSED')]);
    expect(classify({ ...base, stage: 'connect', error: both }).kind).toBe('connect_refused');
    const slow = Object.assign(new AggregateError([part('ENETUNREACH'), part('ETIMEDOUT')]), {
      code: 'ENETUNREACH',
    });
    expect(classify({ ...base, stage: 'connect', error: slow }).kind).toBe('connect_timeout');
  });

  test('a close before the handshake is done is tls_closed, though Node calls it ECONNRESET', () => {
    const error = Object.assign(
      new Error('Client network socket disconnected before secure TLS connection was established'),
      { code: 'ECONNRESET' },
    );
    expect(classify({ ...base, stage: 'tls', error }).kind).toBe('tls_closed');
  });

  test('an OpenSSL error without a code is read by its reason', () => {
    const error = Object.assign(new Error('x'), { library: 'SSL routines', reason: 'wrong version number' });
    expect(classify({ ...base, stage: 'tls', error }).kind).toBe('tls_wrong_mode');
  });

  test('node-pop3 has messages in place of codes', () => {
    expect(classify({ ...base, type: 'pop3', stage: 'login', error: new Error('timeout') }).kind).toBe(
      'reply_timeout',
    );
    expect(classify({ ...base, type: 'pop3', stage: 'login', error: new Error('end') }).kind).toBe(
      'connection_closed',
    );
  });

  test('anything unexpected is ours', () => {
    expect(classify({ ...base, stage: 'login', error: new TypeError('x is not a function') })).toMatchObject({
      kind: 'internal_error',
      retry: false,
    });
    expect(classify({ ...base, stage: 'login' }).kind).toBe('internal_error');
  });
});

describe('what the wire knows', () => {
  test('a certain failure stands, whatever was said before', () => {
    const error = new KnownFailure('starttls_injection', 'Bytes came before the handshake.');
    expect(classify({ ...base, stage: 'starttls', reply: 'A1 NO nope', error })).toMatchObject({
      kind: 'starttls_injection',
      detail: 'Bytes came before the handshake.',
    });
  });

  test('a close gives way to the words that explain it', () => {
    const trouble: Trouble = {
      ...base,
      stage: 'login',
      reply: '* BYE Too many connections from your host',
      error: new KnownFailure('connection_closed', 'The server hung up.'),
    };
    expect(classify(trouble).kind).toBe('connection_limit');
    expect(classify({ ...trouble, reply: '' }).kind).toBe('connection_closed');
  });
});
