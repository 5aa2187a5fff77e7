export type Speaker = 'smtp' | 'imap' | 'pop3' | 'http' | 'ssh' | 'tls';

/** Who speaks, by the first bytes: greetings of RFC 5321, 9051, 1939, and the usual passers-by. */
export function speakerOf(bytes: Buffer): Speaker | undefined {
  // A TLS record (RFC 8446 §5.1): an alert, or the handshake's ServerHello; our own hello come back is neither.
  if (bytes[1] === 0x03 && (bytes[0] === 0x15 || (bytes[0] === 0x16 && (bytes[5] ?? 2) === 2))) return 'tls';
  const text = bytes.toString('latin1');
  return speakers.find(([, pattern]) => pattern.test(text))?.[0];
}

export const speakerNames: Record<Speaker, string> = {
  smtp: 'an SMTP server',
  imap: 'an IMAP server',
  pop3: 'a POP3 server',
  http: 'a web server (HTTP)',
  ssh: 'an SSH server',
  tls: 'a server that speaks TLS from the first byte',
};

const speakers: [Speaker, RegExp][] = [
  ['imap', /^\* (OK|BYE|PREAUTH|NO|BAD)\b/i],
  ['pop3', /^(\+OK|-ERR)\b/i],
  ['http', /^(HTTP\/\d|<!doctype|<html)/i],
  ['ssh', /^SSH-\d/],
  ['smtp', /^[2-5]\d\d[ -]/],
];
