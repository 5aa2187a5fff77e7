import type { Certificate, Evidence } from './evidence.ts';
import { titleOf } from './explanation/title.ts';

/** Such as `TLSv1.3, certificate of mail.example.com valid until 2027-01-02, validated`. */
export function tlsWords({ version, certificates, trust, findings }: Evidence['tls']): string {
  const [own] = certificates;
  const certificate = own
    ? `certificate of ${ownerOf(own)} valid until ${day(own.validTo)}`
    : 'no certificate';
  const found = findings.length > 0 ? `: ${findings.map((kind) => titleOf(kind)).join('; ')}` : '';
  const trusted = trust === 'not validated' ? `NOT validated${found}` : `${trust}${found}`;
  return `${version}, ${certificate}, ${trusted}`;
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
  return more.length > 0 ? `${first} (and ${more.length} more)` : first;
}
