import { describe, expect, test } from 'vitest';
import { classifyText } from '../../daemon/probe/classify.ts';
import type { FailureKind } from '../../shared/failure.ts';

describe('pasted text', () => {
  test.each<[string, FailureKind, string | undefined]>([
    [
      'Error: Invalid login: 535-5.7.8 Username and Password not accepted. Learn more',
      'auth_bad_credentials',
      'smtp',
    ],
    [
      "smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, basic authentication is disabled.')",
      'auth_oauth_required',
      'smtp',
    ],
    [
      "imaplib.IMAP4.error: b'[ALERT] Application-specific password required: https://x (Failure)'",
      'auth_app_password_required',
      'imap',
    ],
    ['S: A00000002 NO LOGIN failed.', 'auth_ambiguous', 'imap'],
    [
      'Mail command failed: 501 mail from address must be same as authorization user',
      'sender_rejected',
      'smtp',
    ],
    ['< -ERR [SYS/PERM] Your account is not enabled for POP access.', 'auth_protocol_disabled', 'pop3'],
    ['454 4.7.0 TLS not available due to local problem', 'starttls_unavailable', 'smtp'],
    [
      'write EPROTO 139:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:s3_record.c:332:',
      'tls_wrong_mode',
      undefined,
    ],
    [
      'SSL_connect returned=1 errno=0 state=error: certificate verify failed (certificate has expired)',
      'cert_expired',
      undefined,
    ],
    [
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)',
      'cert_untrusted_issuer',
      undefined,
    ],
    [
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
      'cert_untrusted_issuer',
      undefined,
    ],
    [
      'x509: certificate is valid for *.example.net, not mail.example.com',
      'cert_hostname_mismatch',
      undefined,
    ],
    ['socket.gaierror: [Errno -2] Name or service not known', 'dns_not_found', undefined],
    ['java.net.ConnectException: Connection refused', 'connect_refused', undefined],
  ])('%s', (text, kind, type) => {
    expect(classifyText(text)).toMatchObject({ kind });
    expect(classifyText(text)?.type).toBe(type);
  });

  test('other causes the words could have are named', () => {
    expect(classifyText('NO permission denied')?.others.length).toBeGreaterThan(0);
  });

  test('hints decide', () => {
    expect(classifyText('NO permission denied', { stage: 'mailbox' })?.kind).toBe('mailbox_permission');
    expect(classifyText('535 5.7.8 Authentication failed', { host: 'smtp.mail.me.com' })?.kind).toBe(
      'auth_app_password_likely',
    );
  });

  test('text about something else is not explained', () => {
    expect(classifyText('hello world')).toBeUndefined();
    expect(classifyText('')).toBeUndefined();
  });
});
