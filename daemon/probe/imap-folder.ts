/** A mailbox as LIST names it. */
export interface ImapFolder {
  /** As it goes on the wire: in modified UTF-7 (RFC 3501 §5.1.3) mostly. */
  path: string;
  /** As people know it. */
  name: string;
  /** Where letters go that the server takes for junk. */
  junk: boolean;
  /** Where one's own letters are kept, or copies of all (RFC 6154): what lies there need not have come in. */
  own: boolean;
}

/** Undefined for what cannot be opened, or is no folder. `attributes` of an untagged LIST as imapflow parses it. */
export function listedFolder(attributes: unknown[] | undefined): ImapFolder | undefined {
  const [flagTokens, delimiterToken, pathToken] = attributes ?? [];
  const path = textOf(pathToken);
  if (path === undefined) return undefined;
  const flags = (Array.isArray(flagTokens) ? flagTokens : []).map((flag) => textOf(flag)?.toLowerCase());
  if (flags.includes('\\noselect') || flags.includes('\\nonexistent')) return undefined;
  const name = decoded(path);
  const last = name.split(textOf(delimiterToken) || '/').at(-1) ?? name;
  return {
    path,
    name,
    junk: flags.includes('\\junk') || junkNames.test(last),
    own: ownUses.some((use) => flags.includes(use)) || ownNames.test(last),
  };
}

/** Of servers that do not say what a folder is for. */
const junkNames = /^(?:junk|junk[ -]?e-?mail|spam|bulk(?: mail)?|спам|нежелательная почта)$/i;
const ownUses = ['\\all', '\\drafts', '\\sent'];
const ownNames = /^(?:sent|sent[ -]?(?:items|mail|messages)|drafts?|отправленные|черновики)$/i;

function textOf(token: unknown): string | undefined {
  const value = typeof token === 'object' && token !== null && 'value' in token ? token.value : undefined;
  if (Buffer.isBuffer(value)) return value.toString();
  return typeof value === 'string' ? value : undefined;
}

function decoded(path: string): string {
  return path.replaceAll(/&([\w+,]*)-/g, (_whole, text: string) =>
    text === '' ? '&' : utf16(Buffer.from(text.replaceAll(',', '/'), 'base64')),
  );
}

/** Big-endian; an odd byte at the end is padding. */
function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}
