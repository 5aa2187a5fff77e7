import type { Certificate, Evidence } from './evidence.ts';
import { titleOf } from './explanation/title.ts';
import { evidenceTexts as english } from './texts/en/evidence.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('evidence', english);

/** Such as `TLSv1.3, certificate of mail.example.com valid until 2027-01-02, validated`. */
export function tlsWords({ version, certificates, trust, findings }: Evidence['tls']): string {
  const [own] = certificates;
  const certificate = own ? texts().certificate(ownerOf(own), day(own.validTo)) : texts().noCertificate;
  const found = findings.length > 0 ? `: ${findings.map((kind) => titleOf(kind)).join('; ')}` : '';
  return `${version}, ${certificate}, ${texts().trust[trust]}${found}`;
}

/** The calendar day (UTC) of a certificate's date, whatever way it is written. */
export function day(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 10);
}

/** The host that a certificate is for, and how many more. */
function ownerOf({ names, subject }: Certificate): string {
  const [first, ...more] = names;
  if (first === undefined) return subject;
  return more.length > 0 ? texts().andMore(first, more.length) : first;
}
