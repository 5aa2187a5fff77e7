import { encoders } from '../fuzz/redaction-encoders.ts';
import { allForms, spellingsOf } from '../../daemon/probe/redaction/forms.ts';

/** Bytes that give a secret away wherever they stand, lower case in Latin-1, each with the form that they are. */
export type Needles = ReadonlyMap<string, string>;

/** Fewer may stand there by chance. */
const shortest = 6;
/** A long form is looked for in halves as well: a page of a database may end in the middle of it. */
const longEnoughToHalve = 24;

/** The password in every encoding that we know of, case not counting; several of them are needed for text beyond ASCII. */
export function needlesOf(secret: string): Needles {
  const needles = new Map<string, string>();
  const forms = [
    ...Object.entries(encoders).map(([name, encode]) => [name, encode(secret)] as const),
    ...allForms.flatMap((form) =>
      spellingsOf(secret, [form]).map((text) => [`${form.name} (as redacted)`, text] as const),
    ),
    ['reversed', [...secret].toReversed().join('')] as const,
    ['base64 of base64', btoa(btoa(String.fromCharCode(...new TextEncoder().encode(secret))))] as const,
  ];
  for (const [name, text] of forms) for (const bytes of bytesOf(text)) add(needles, name, bytes);
  return needles;
}

/** 32 bytes of a private key, given in base64url as its file has it. */
export function keyNeedlesOf(base64url: string): Needles {
  const needles = new Map<string, string>();
  const bytes = Buffer.from(base64url, 'base64url');
  add(needles, 'bytes', bytes.toString('latin1'));
  add(needles, 'hex', bytes.toString('hex'));
  for (const encoding of ['base64', 'base64url'] as const) {
    for (const before of [0, 1, 2]) {
      const blob = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
      add(needles, `${encoding}, after ${before} bytes`, blob.slice(before && 4, -3));
    }
  }
  return needles;
}

function add(needles: Map<string, string>, name: string, bytes: string): void {
  const half = Math.ceil(bytes.length / 2);
  const parts = bytes.length < longEnoughToHalve ? [bytes] : [bytes.slice(0, half), bytes.slice(half)];
  for (const part of parts) if (part.length >= shortest) needles.set(part.toLowerCase(), name);
}

/** As files hold a text: UTF-8, Latin-1 where it can, UTF-16. */
function bytesOf(text: string): string[] {
  return [
    Buffer.from(text, 'utf8').toString('latin1'),
    ...(/^[\0-\xff]*$/.test(text) ? [text] : []),
    Buffer.from(text, 'utf16le').toString('latin1'),
  ];
}
