import { randomBytes } from 'node:crypto';

/**
 * What a round trip's letter is known by: 80 random bits, in letters and digits that no server takes for markup. It stands
 * in the Subject, in the Message-ID, and in the text. A header of our own would be the first thing that a gateway strips,
 * and few servers search in it; a Message-ID is replaced by some (Amazon SES, Exchange); a Subject gets words in front of
 * it (`[EXTERNAL]`), a text a footer below. All three are never gone together, and a bounce quotes at least one of them.
 */
export function newToken(): string {
  return `mp${randomBytes(10).toString('hex')}`;
}

/** Header fields and text as they come from the wire: in any case, however folded, in quoted-printable too. */
export function holdsToken(text: string, token: string): boolean {
  return text
    .replaceAll(/=?\r?\n[ \t]*/g, '')
    .toLowerCase()
    .includes(token);
}
