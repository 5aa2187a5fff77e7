import type { Form } from './form.ts';

/** What is written from the secret's bytes, in every charset that a server may have kept them in. */
export const byteForms: readonly Form[] = [
  {
    name: 'mojibake',
    spellings: (secret) => [
      utf8(secret).toString('latin1'),
      new TextDecoder('windows-1252').decode(utf8(secret)),
      ...latin1(secret).map((bytes) => bytes.toString('utf8')),
    ],
  },
  { name: 'UTF-16', spellings: (secret) => utf16(secret).map((bytes) => bytes.toString('latin1')) },
  { name: 'base64', spellings: (secret) => charsets(secret).flatMap((bytes) => base64(bytes, 'base64')) },
  {
    name: 'base64url',
    spellings: (secret) => charsets(secret).flatMap((bytes) => base64(bytes, 'base64url')),
  },
  {
    name: 'hex',
    spellings: (secret) =>
      charsets(secret).flatMap((bytes) => separators.map((between) => hex(bytes, between))),
  },
  {
    name: 'percent of every byte',
    spellings: (secret) => [utf8(secret), ...latin1(secret)].map((bytes) => `%${hex(bytes, '%')}`),
  },
  {
    name: 'quoted-printable of every byte',
    spellings: (secret) => [utf8(secret), ...latin1(secret)].map((bytes) => `=${hex(bytes, '=')}`),
  },
];

const separators = ['', ' ', ':', '-', ', ', ' 0x', ', 0x', '\\x'];

function hex(bytes: Buffer, between: string): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(between);
}

function utf8(secret: string): Buffer {
  return Buffer.from(secret, 'utf8');
}

/** Empty when ISO 8859-1 cannot hold the secret, or holds it in the same bytes as UTF-8. */
function latin1(secret: string): Buffer[] {
  const bytes = Buffer.from(secret, 'latin1');
  return bytes.toString('latin1') === secret && !bytes.equals(utf8(secret)) ? [bytes] : [];
}

function utf16(secret: string): Buffer[] {
  return [Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'utf16le').swap16()];
}

function charsets(secret: string): Buffer[] {
  return [utf8(secret), ...latin1(secret), ...utf16(secret)];
}

/** At the three alignments: what depends on these bytes alone, with unknown bytes behind it, and at the end of a blob. */
function base64(bytes: Buffer, alphabet: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].flatMap((before) => {
    const start = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    const blob = Buffer.concat([Buffer.alloc(before), bytes]).toString(alphabet);
    const padded = blob.padEnd(Math.ceil(blob.length / 4) * 4, '=');
    return [blob.slice(start, end), blob.slice(start), padded.slice(start)];
  });
}
