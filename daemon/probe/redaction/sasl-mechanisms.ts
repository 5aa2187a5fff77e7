import { hide, hideRest, type Span } from './span.ts';

/** Spans of what follows `AUTH` or `AUTHENTICATE`, blanks included: the mechanism's name only from the known set. */
export function saslArguments(rest: string): Span[] {
  const name = rest.trimStart();
  const blanks = rest.slice(0, rest.length - name.length);
  const end = name.search(/[ \t]/);
  const mechanism = end < 0 ? name : name.slice(0, end);
  const response = end < 0 ? '' : name.slice(end + 1);
  return [
    { text: blanks },
    ...(mechanism === '' || mechanisms.has(mechanism.toUpperCase())
      ? [{ text: mechanism }]
      : [hide('mechanism', mechanism)]),
    ...(response === '' ? [] : [{ text: ' ' }]),
    ...hideRest('initial response', response),
  ];
}

const mechanisms = new Set([
  'ANONYMOUS',
  'CRAM-MD5',
  'DIGEST-MD5',
  'EXTERNAL',
  'GS2-KRB5',
  'GSS-SPNEGO',
  'GSSAPI',
  'KERBEROS_V4',
  'LOGIN',
  'NTLM',
  'OAUTHBEARER',
  'OTP',
  'PLAIN',
  'SCRAM-SHA-1',
  'SCRAM-SHA-1-PLUS',
  'SCRAM-SHA-256',
  'SCRAM-SHA-256-PLUS',
  'SCRAM-SHA-512',
  'SCRAM-SHA-512-PLUS',
  'XOAUTH',
  'XOAUTH2',
]);
