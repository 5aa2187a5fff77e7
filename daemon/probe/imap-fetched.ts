/** What of one letter came back: at most as many octets as were asked for. */
export interface FetchedOctets {
  uid: number;
  /** Of the whole letter (RFC822.SIZE). */
  size: number;
  bytes: Buffer;
  /** The server gives none (NIL); `bytes` is empty. */
  nil: boolean;
}

/** A FETCH response as imapflow parses it: its second attribute is the list of items. */
export interface UntaggedFetch {
  attributes?: unknown[];
}

/** Undefined for what is no answer to ours: news of flags, a letter without UID or octets. */
export function fetchedOctets(items: unknown, most: number): FetchedOctets | undefined {
  if (!Array.isArray(items)) return undefined;
  const found = new Map<string, unknown>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const name = valueOf(items[at]);
    if (typeof name === 'string') found.set(name.toUpperCase(), valueOf(items[at + 1]));
  }
  const uid = Number(found.get('UID'));
  const body = found.get('BODY');
  if (!Number.isInteger(uid) || uid < 1 || !found.has('BODY')) return undefined;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : '');
  const size = Number(found.get('RFC822.SIZE'));
  return {
    uid,
    size: Number.isSafeInteger(size) && size >= 0 ? size : bytes.length,
    bytes: bytes.subarray(0, most),
    nil: body === undefined || body === null,
  };
}

function valueOf(token: unknown): unknown {
  return typeof token === 'object' && token !== null && 'value' in token ? token.value : undefined;
}
