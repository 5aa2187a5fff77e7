import { entityNames } from './entity-names.ts';

/** The escape that starts at `at`: percent and quoted-printable give the byte as its Latin-1 character. */
export function decodeEscape(text: string, at: number): { text: string; width: number } | undefined {
  switch (text[at]) {
    case '%':
    case '=':
      return numeric(byteEscape, text, at, 16);
    case '\\':
      return (
        numeric(unitEscape, text, at, 16) ??
        (at + 1 < text.length ? { text: text[at + 1] ?? '', width: 2 } : undefined)
      );
    case '&':
      return (
        numeric(hexEntity, text, at, 16) ??
        numeric(decimalEntity, text, at, 10) ??
        namedEntity(text, at) ??
        (text[at + 1] === '-' ? { text: '&', width: 2 } : undefined)
      );
    default:
      return undefined;
  }
}

// Sticky: each is tried at one index only.
const byteEscape = /[%=]([\da-f]{2})/iy;
const unitEscape = /\\(?:u([\da-f]{4})|x([\da-f]{2}))/iy;
const hexEntity = /&#x([\da-f]{1,6});/iy;
const decimalEntity = /&#(\d{1,7});/y;
const nameEntity = /&([a-z\d]{2,8});/iy;

const charactersByName = new Map(
  [...entityNames].map(([point, name]) => [name, String.fromCodePoint(point)]),
);

function numeric(
  pattern: RegExp,
  text: string,
  at: number,
  radix: number,
): { text: string; width: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const point = Number.parseInt(match?.[1] ?? match?.[2] ?? '', radix);
  return match && point <= 0x10ffff
    ? { text: String.fromCodePoint(point), width: match[0].length }
    : undefined;
}

function namedEntity(text: string, at: number): { text: string; width: number } | undefined {
  nameEntity.lastIndex = at;
  const name = nameEntity.exec(text)?.[1] ?? '';
  const character = charactersByName.get(name) ?? charactersByName.get(name.toLowerCase());
  return character === undefined ? undefined : { text: character, width: name.length + 2 };
}
