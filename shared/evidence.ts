import * as z from 'zod/mini';
import { FailureKind } from './failure.ts';

/** One certificate of the chain the server sent, the server's own first. */
export const Certificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  /** DNS names and IP addresses of subjectAltName. */
  names: z.array(z.string()),
  validFrom: z.string(),
  validTo: z.string(),
  /** SHA-256 of the DER certificate, hex with colons. */
  fingerprint256: z.string(),
  /** SHA-256 of the SubjectPublicKeyInfo, base64: what a pin is compared with (RFC 7469 §2.4). */
  spki: z.string(),
  /** Such as `RSA 2048` or `EC prime256v1`. */
  key: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

/** One address dialled; `error` is the system's code when it did not answer. */
export const Attempt = z.strictObject({
  address: z.string(),
  ms: z.number(),
  error: z.optional(z.string()),
});
export type Attempt = z.infer<typeof Attempt>;

/** What a stage found out, by stage. Redacted already. */
export const evidence = {
  resolve: z.strictObject({ host: z.string(), addresses: z.array(z.string()) }),
  connect: z.strictObject({ address: z.string(), port: z.number(), attempts: z.array(Attempt) }),
  tls: z.strictObject({
    version: z.string(),
    cipher: z.string(),
    certificates: z.array(Certificate),
    /** How the certificate was accepted. */
    trust: z.enum(['validated', 'pinned', 'not validated']),
    /** What validation found, also when it was switched off or a pin stood in for it. */
    findings: z.array(FailureKind),
  }),
  greeting: z.strictObject({
    text: z.string(),
    capabilities: z.array(z.string()),
    /** Inside TLS. Before it, anyone on the way may have said it. */
    authenticated: z.boolean(),
  }),
  login: z.strictObject({
    mechanism: z.string(),
    offered: z.array(z.string()),
    capabilities: z.array(z.string()),
  }),
  sender: z.strictObject({ from: z.string(), reply: z.string() }),
  mailbox: z.strictObject({
    count: z.number(),
    /** The newest ten, newest first: UIDs (IMAP) or UIDLs (POP3). */
    newest: z.array(z.string()),
    uidValidity: z.optional(z.string()),
    /** Octets of the maildrop (POP3 STAT). */
    octets: z.optional(z.number()),
  }),
  logout: z.strictObject({ reply: z.string() }),
};

export type Evidence = { [Name in keyof typeof evidence]: z.infer<(typeof evidence)[Name]> } & {
  /** STARTTLS and STLS end in the same TLS session facts as implicit TLS. */
  starttls: z.infer<typeof evidence.tls>;
};
