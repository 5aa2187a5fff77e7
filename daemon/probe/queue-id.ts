import { letterLimits } from '../../shared/letter.ts';

/** How servers name the letter in the reply that takes it, the most telling first. */
const namings = [
  // Postfix, and many that follow it.
  /queued as ([\w.-]+)/i,
  // Exchange.
  /\[InternalId=(\w+)/i,
  // Exim.
  /\bid=([\w-]+)/i,
  // Gmail: a time, the id, its name.
  /\b\d{9,11} (\S+) - gsmtp\b/i,
  // qmail.
  /\bqp (\d+)/i,
  // Haraka.
  /queued \(([\w.-]+)\)/i,
  // Sendmail, OpenSMTPD.
  /^250 (?:2\.\d\.\d )?([\w-]{6,}) message accepted/im,
  // Amazon SES.
  /^250 ok ([\da-f]{16}-[\da-f-]+)\s*$/im,
];

/** What the server calls the letter it has taken, by its reply; undefined where it does not say. */
export function queueIdOf(reply: string): string | undefined {
  for (const naming of namings) {
    const id = naming.exec(reply)?.[1];
    if (id !== undefined && /^[\x21-\x7e]+$/.test(id)) return id.slice(0, letterLimits.queueId);
  }
  return undefined;
}
