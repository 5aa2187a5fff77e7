import { createHash } from 'node:crypto';
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';
import { visibleParagraphs, visibleText } from '../../../../shared/visible-text.ts';
import { htmlText } from './html-text.ts';
import type { ParsedLetter } from './parsed-letter.ts';

/** Characters of each text (shared/letter.ts). */
const most = { line: 998, addresses: 8_000, text: 256 * 1024, headers: 64 * 1024, header: 8_000 };
const mostHeaders = 500;

/** Deeper nested parts are not looked into, and the letter is shown as it came. */
const limits = { maxNestingDepth: 64, maxRfc822NestingDepth: 4, maxHeadersSize: 1024 * 1024 };

/** The first octets of a letter, and how many the whole has. */
export interface RawLetter {
  raw: Uint8Array;
  octets: number;
  /** Its body is shown as it came: it was too much for the parser. */
  asItCame?: boolean;
}

/**
 * Reads the beginning of a letter (RFC 5322, MIME). One that no parser follows is shown as it came. Takes as long as a
 * hostile letter wants: whoever calls it has the clock.
 */
export async function parseLetter({ raw, octets, asItCame = false }: RawLetter): Promise<ParsedLetter> {
  const head = headOf(raw);
  const whole = asItCame ? undefined : await PostalMime.parse(raw, limits).catch(() => undefined);
  const email = whole ?? (await PostalMime.parse(head, limits).catch(() => undefined));
  const body = (whole && textOf(whole)) ?? latin1(raw.subarray(head.length));
  const { headers, cut } = headersOf(email);
  const messageId = line((email?.messageId ?? '').replaceAll(/^[<\s]+|[>\s]+$/g, ''));
  const sentAt = momentOf(email?.date);
  const text = visibleParagraphs(body, most.text);
  return {
    sender: visibleText(addresses(email?.from ? [email.from] : []), most.line),
    recipients: visibleText(addresses(email?.to), most.addresses),
    cc: visibleText(addresses(email?.cc), most.addresses),
    replyTo: visibleText(addresses(email?.replyTo), most.line),
    subject: line(email?.subject ?? ''),
    messageId,
    sentAt,
    headers,
    text,
    textCut: cut || octets > raw.length || body.length > most.text,
    toItself: toItself(email),
    digest: digestOf(messageId === '' ? head : Buffer.from(JSON.stringify([messageId, sentAt])), octets),
  };
}

function line(text: string): string {
  return visibleText(text.trim(), most.line);
}

/** Up to the first empty line, which is of it. */
function headOf(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = ['\r\n\r\n', '\n\n'].map((end) => ({ at: bytes.indexOf(end), length: end.length }));
  const found = ends.filter(({ at }) => at !== -1).toSorted((one, other) => one.at - other.at)[0];
  return found ? raw.subarray(0, found.at + found.length) : raw;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The plain part where it says anything, else the HTML as text; undefined where no part was found, as in broken MIME. */
function textOf(email: Email): string | undefined {
  const { text = '', html = '' } = email;
  if (email.text === undefined && email.html === undefined && email.attachments.length === 0)
    return undefined;
  if (text.trim() !== '' || html === '') return text.trimEnd();
  try {
    return htmlText(html).trimEnd();
  } catch {
    return html;
  }
}

function headersOf(email: Email | undefined): { headers: ParsedLetter['headers']; cut: boolean } {
  const all = email?.headers ?? [];
  const headers: ParsedLetter['headers'] = [];
  let room = most.headers;
  for (const { originalKey, value } of all.slice(0, mostHeaders)) {
    const header = {
      name: visibleText(originalKey, 200),
      value: visibleText(decodeWords(value.slice(0, most.header)), most.header),
    };
    room -= header.name.length + header.value.length;
    if (room < 0) return { headers, cut: true };
    headers.push(header);
  }
  return { headers, cut: all.length > mostHeaders };
}

function addresses(list: readonly Address[] = []): string {
  let text = '';
  for (const { name, address, group } of list) {
    // Whoever reads it sees the cut; a list of a million goes no further than what is shown.
    if (text.length > most.addresses) break;
    const shown = group
      ? `${name}: ${addresses(group)};`
      : name && address
        ? `${name} <${address}>`
        : address || name;
    if (shown) text += text ? `, ${shown}` : shown;
  }
  return text;
}

function toItself(email: Email | undefined): boolean {
  const from = email?.from?.address?.toLowerCase();
  if (!from) return false;
  return (email?.to ?? []).some(({ address, group = [] }) =>
    [address, ...group.map((member) => member.address)].some((one) => one?.toLowerCase() === from),
  );
}

/** postal-mime gives ISO text, or the header itself where it cannot read it. */
function momentOf(date: string | undefined): string {
  const moment = new Date(date ?? '');
  const year = moment.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? moment.toISOString() : '';
}

function digestOf(told: Uint8Array, octets: number): Uint8Array {
  return createHash('sha256').update(`${octets} `).update(told).digest();
}
