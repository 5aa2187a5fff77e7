/** How a server may write a secret back: a table of its own, so that a hole in the scrubber's is seen. */
export const encoders: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  'lower case': (secret) => secret.toLowerCase(),
  'upper case': (secret) => secret.toUpperCase(),
  NFC: (secret) => secret.normalize('NFC'),
  NFD: (secret) => secret.normalize('NFD'),
  'UTF-8 read as Latin-1': (secret) => latin(utf8(secret)),
  'UTF-8 read as Windows-1252': (secret) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(secret)),
  'Latin-1 read as UTF-8': (secret) =>
    /^[\0-\xff]*$/.test(secret)
      ? new TextDecoder().decode(Uint8Array.from(secret, (unit) => unit.charCodeAt(0)))
      : secret,
  'UTF-16 little-endian': (secret) => latin(utf16(secret, true)),
  'UTF-16 big-endian': (secret) => latin(utf16(secret, false)),
  base64: (secret) => btoa(latin(utf8(secret))),
  'base64 without padding': (secret) => btoa(latin(utf8(secret))).replace(/=/g, ''),
  'base64, first alignment': (secret) => inBlob(utf8(secret), 0),
  'base64, second alignment': (secret) => inBlob(utf8(secret), 1),
  'base64, third alignment': (secret) => inBlob(utf8(secret), 2),
  base64url: (secret) => urlSafe(btoa(latin(utf8(secret)))),
  'base64url without padding': (secret) => urlSafe(btoa(latin(utf8(secret)))).replace(/=/g, ''),
  'base64url, first alignment': (secret) => urlSafe(inBlob(utf8(secret), 0)),
  'base64url, second alignment': (secret) => urlSafe(inBlob(utf8(secret), 1)),
  'base64url, third alignment': (secret) => urlSafe(inBlob(utf8(secret), 2)),
  'base64 of UTF-16': (secret) => btoa(latin(utf16(secret, true))),
  'PLAIN blob': (secret) => blob((text) => `\0someone@example.org\0${text}`, secret),
  'PLAIN blob with authorisation identity': (secret) => blob((text) => `me\0someone\0${text}`, secret),
  'XOAUTH2 blob': (secret) =>
    blob((text) => `user=someone@example.org\x01auth=Bearer ${text}\x01\x01`, secret),
  'OAUTHBEARER blob': (secret) =>
    blob((text) => `n,a=u@example.org,\x01host=h\x01auth=Bearer ${text}\x01\x01`, secret),
  'quoted string': (secret) => each(secret, (c) => (c === '"' || c === '\\' ? `\\${c}` : c)),
  'quoted string, apostrophes too': (secret) => each(secret, (c) => (/["'\\]/.test(c) ? `\\${c}` : c)),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON, ASCII only': (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[\x7f-\uffff]/g, unitEscape),
  'JSON, every unit': (secret) => secret.replace(/[^]/g, unitEscape),
  HTML: (secret) =>
    each(secret, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c),
  'HTML, named letters': (secret) =>
    /^[\0-\x7fäößé]*$/.test(secret)
      ? each(secret, (c) => ({ '&': '&amp;', ä: '&auml;', ö: '&ouml;', ß: '&szlig;', é: '&eacute;' })[c] ?? c)
      : secret,
  'HTML, decimal': (secret) => each(secret, (c) => `&#${c.codePointAt(0)};`),
  'HTML, hexadecimal': (secret) => each(secret, (c) => `&#x${c.codePointAt(0)?.toString(16)};`),
  'HTML, hexadecimal in capitals': (secret) =>
    each(secret, (c) => `&#X${c.codePointAt(0)?.toString(16).toUpperCase()};`),
  percent: (secret) => encodeURIComponent(secret),
  'percent as in RFC 3986': (secret) =>
    encodeURIComponent(secret).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  'percent as in a form': (secret) => new URLSearchParams({ p: secret }).toString().slice(2),
  'percent, every byte, capitals': (secret) => hex(secret, '%', true),
  'percent, every byte, small': (secret) => hex(secret, '%', false),
  'quoted-printable': (secret) => each(secret, (c) => (/[ -<>-~]/.test(c) ? c : hex(c, '=', true))),
  'quoted-printable, every byte': (secret) => hex(secret, '=', true),
  'encoded word Q': (secret) =>
    each(secret, (c) => (/[A-Za-z0-9]/.test(c) ? c : c === ' ' ? '_' : hex(c, '=', true))),
  'modified UTF-7': (secret) =>
    secret.replace(/&|[^ -~]+/g, (run) =>
      run === '&'
        ? '&-'
        : `&${btoa(latin(utf16(run, false)))
            .replace(/=/g, '')
            .replace(/\//g, ',')}-`,
    ),
  hex: (secret) => hex(secret, '', false),
  'hex in capitals': (secret) => hex(secret, '', true),
  'hex with blanks': (secret) => hex(secret, ' ', false).slice(1),
  'hex with colons': (secret) => hex(secret, ':', true).slice(1),
};

const fragment = 8;

/** The fragments of a form that must not be shown; of a short form the whole. Lower case: case does not count. */
export function fragmentsOf(form: string): string[] {
  const text = form.toLowerCase();
  if (text.length <= fragment) return text === '' ? [] : [text];
  return Array.from({ length: text.length - fragment + 1 }, (_, at) => text.slice(at, at + fragment));
}

/** A fragment of the form that stands in the scrubbed text. */
export function survivor(form: string, scrubbed: string): string | undefined {
  const shown = scrubbed.split(/\[redacted(?: line)?\]/).map((piece) => piece.toLowerCase());
  return fragmentsOf(form).find((part) => shown.some((piece) => piece.includes(part)));
}

function each(text: string, write: (character: string) => string): string {
  return Array.from(text).map(write).join('');
}

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function utf16(text: string, littleEndian: boolean): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
    littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  );
}

function latin(bytes: number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

function urlSafe(base64: string): string {
  return base64.replace(/\+/g, '-').replace(/\//g, '_');
}

function hex(text: string, before: string, capitals: boolean): string {
  const digits = utf8(text).map((byte) => (byte < 16 ? '0' : '') + byte.toString(16));
  return digits.map((pair) => before + (capitals ? pair.toUpperCase() : pair)).join('');
}

function unitEscape(unit: string): string {
  return `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`;
}

/** The characters that stay the same whatever stands around the bytes. */
function inBlob(bytes: number[], before: number): string {
  const filled = (byte: number): string =>
    btoa(latin([...Array<number>(before).fill(byte), ...bytes, ...Array<number>(3).fill(byte)]));
  const [zeros, ones] = [filled(0), filled(0xff)];
  const last = Math.floor(((before + bytes.length) * 4) / 3);
  return Array.from(zeros)
    .filter((character, at) => at < last && character === ones[at])
    .join('');
}

/** What depends on the secret alone within a blob: the start and the end of it are cut where another secret changes them. */
function blob(write: (secret: string) => string, secret: string): string {
  const [start = '', end = ''] = write('\n').split('\n');
  const before = utf8(start).length;
  const whole = btoa(latin(utf8(start + secret + end)));
  const stop = Math.floor(((before + utf8(secret).length) * 4) / 3);
  return whole.slice(Math.ceil((before * 4) / 3), end === '' ? whole.length : stop);
}
