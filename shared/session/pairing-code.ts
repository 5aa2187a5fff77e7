import { randomBytes } from './web-crypto.ts';

/** Crockford's base32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits as 16 characters: the form that is used as a key. */
export function makePairingCode(): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const byte of randomBytes(10)) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5; held -= 5) code += alphabet[(bits >> (held - 5)) & 31];
  }
  return code;
}

/** `XXXX-XXXX-XXXX-XXXX`, for a person to read. */
export function showPairingCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** What a person typed, as {@link makePairingCode} gives it; `undefined` when it cannot be a code. */
export function readPairingCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === 16 && [...code].every((character) => alphabet.includes(character))
    ? code
    : undefined;
}
