import { entityNames } from './entity-names.ts';
import type { Form } from './form.ts';

/** What is written character by character: escapes of the few special ones, or of every one. */
export const textForms: readonly Form[] = [
  { name: 'text', spellings: (secret) => [secret] },
  {
    name: 'quoted string',
    spellings: (secret) => [
      secret.replace(/["\\]/g, '\\$&'),
      secret.replace(/["'\\]/g, '\\$&'),
      secret.replace(/['\\]/g, '\\$&'),
    ],
  },
  {
    name: 'JSON',
    spellings: (secret) => {
      const json = JSON.stringify(secret).slice(1, -1);
      return [json, json.replaceAll('/', '\\/')].flatMap((text) => [text, units(text, /[^\x20-\x7e]/g)]);
    },
  },
  { name: 'JSON of every unit', spellings: (secret) => [units(secret, /[^]/g)] },
  {
    name: 'HTML names',
    // Escapers differ in what they escape: markup alone, quotes too, every letter with a name.
    spellings: (secret) =>
      ['', '<>', '<>"', '<>"\\x80-\\uffff', '<>\\x80-\\uffff', '\\x80-\\uffff']
        .flatMap((also) =>
          ["'", '&#39;', '&#039;', '&#x27;', '&apos;'].map((apostrophe) =>
            entities(secret, new RegExp(`[&${also}]`, 'gu'), named, apostrophe),
          ),
        )
        .concat(entities(secret, /[^\w ]/gu, named, '&apos;')),
  },
  {
    name: 'HTML decimal',
    spellings: (secret) => [
      entities(secret, /[^]/gu, (point) => `&#${point};`, '&#39;'),
      entities(secret, /[^\w ]/gu, (point) => `&#${point};`, '&#39;'),
      entities(secret, /[^\x20-\x7e]/gu, (point) => `&#${point};`, "'"),
      entities(
        secret,
        /[&<>"]|[^\x20-\x7e]/gu,
        (point) => (point < 127 ? named(point) : `&#${point};`),
        '&#39;',
      ),
    ],
  },
  {
    name: 'HTML hexadecimal',
    spellings: (secret) => [
      entities(secret, /[^]/gu, hexEntity, '&#x27;'),
      entities(secret, /[^\w ]/gu, hexEntity, '&#x27;'),
      entities(secret, /[^\x20-\x7e]/gu, hexEntity, "'"),
      entities(
        secret,
        /[&<>"]|[^\x20-\x7e]/gu,
        (point) => (point < 127 ? named(point) : hexEntity(point)),
        '&#x27;',
      ),
    ],
  },
  {
    name: 'percent',
    spellings: (secret) => [
      encodeURIComponent(secret),
      encodeURI(secret),
      bytes(secret, /[^\w.~-]/gu, '%', '%20'),
      bytes(secret, /[^\w.*-]/gu, '%', '+'),
      encodeURIComponent(secret).replace(/%20/g, '+'),
      secret.replace(/[^\w.~-]/g, (unit) => `%${hexOf(unit.charCodeAt(0)).padStart(2, '0')}`),
    ],
  },
  {
    name: 'quoted-printable',
    spellings: (secret) => [
      bytes(secret, /[^\x20-\x3c\x3e-\x7e]/gu, '=', '=20'),
      bytes(secret, /[^\x20-\x3c\x3e-\x7e]|[ ]$/gu, '=', '=20'),
      bytes(secret, /[^\x21-\x3c\x3e\x40-\x5e\x60-\x7e]/gu, '=', '_'),
      bytes(secret, /[^\w]|_/gu, '=', '_'),
    ],
  },
  {
    name: 'modified UTF-7',
    spellings: (secret) => [
      utf7(secret, '&', (base64) => base64.replaceAll('/', ',')),
      utf7(secret, '+', (base64) => base64),
    ],
  },
];

function hexOf(code: number): string {
  return code.toString(16);
}

function units(text: string, chosen: RegExp): string {
  return text.replace(chosen, (unit) => `\\u${hexOf(unit.charCodeAt(0)).padStart(4, '0')}`);
}

function entities(
  text: string,
  chosen: RegExp,
  write: (point: number) => string,
  apostrophe: string,
): string {
  return text
    .replace(chosen, (character) => (character === "'" ? "'" : write(character.codePointAt(0) ?? 0)))
    .replaceAll("'", apostrophe);
}

function named(point: number): string {
  const name = entityNames.get(point);
  return name === undefined ? String.fromCodePoint(point) : `&${name};`;
}

function hexEntity(point: number): string {
  return `&#x${hexOf(point)};`;
}

function bytes(text: string, chosen: RegExp, escape: string, blank: string): string {
  return text.replace(chosen, (character) =>
    character === ' '
      ? blank
      : [...Buffer.from(character, 'utf8')].map((byte) => escape + hexOf(byte).padStart(2, '0')).join(''),
  );
}

/** RFC 3501 §5.1.3 with `&`; RFC 2152 with `+`. */
function utf7(text: string, shift: string, alphabet: (base64: string) => string): string {
  return text.replace(/[^\x20-\x7e]+|[&+]/g, (run) => {
    if (run === shift) return `${shift}-`;
    if (run === '&' || run === '+') return run;
    const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '');
    return `${shift}${alphabet(base64)}-`;
  });
}
