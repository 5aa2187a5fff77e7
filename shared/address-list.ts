import { senderAddress } from './sender-address.ts';

/** One that a letter goes to: its bare address, and as it was written. */
export interface ListedAddress {
  readonly address: string;
  readonly text: string;
}

/**
 * The addresses of a text such as `Ada <ada@example.com>, bob@example.com`, separated by commas, semicolons or line breaks,
 * each once; or the first part that is none.
 */
export function addressList(text: string): { addresses: ListedAddress[] } | { wrong: string } {
  const found = new Map<string, ListedAddress>();
  for (const part of partsOf(text)) {
    const address = senderAddress(part);
    // Inside of quotes a line break is no separator, and would begin another header.
    if (!address || /[\r\n]/.test(part)) return { wrong: part };
    const bare = `${address.local}@${address.domain}`;
    // Two spellings of one domain are one recipient; of a local part only its server knows.
    const key = `${address.local}@${address.domain.toLowerCase()}`;
    if (!found.has(key)) found.set(key, { address: bare, text: part });
  }
  return { addresses: [...found.values()] };
}

/** A list as it is kept and stands in a header, longer than what was typed where that had no blanks; empty for what is no list. */
export function listedAddresses(text: string): string {
  const list = addressList(text);
  return 'addresses' in list ? list.addresses.map((each) => each.text).join(', ') : '';
}

/** Separators inside of quotes and angle brackets belong to the address. */
function partsOf(text: string): string[] {
  const parts = text.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,;\r\n])+/gs) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
