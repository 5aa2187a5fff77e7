/** `ssl` is implicit TLS from the first byte, `tls` a required STARTTLS or STLS (RFC 8314 §3). */
export type Security = 'ssl' | 'tls' | 'plain';

/** What the two switches of the form mean together; both on is refused before. */
export function securityOf({ ssl, tls }: { ssl: boolean; tls: boolean }): Security {
  if (ssl) return 'ssl';
  return tls ? 'tls' : 'plain';
}
