/** What a hidden part of a line is; these words stand in the transcript. */
export type SecretName =
  | 'user name'
  | 'password'
  | 'digest'
  | 'initial response'
  | 'SASL response'
  | 'mechanism'
  | 'literal'
  | 'challenge'
  | 'unknown line';

/** A part of one line: shown as it is, or only named, with its length in characters (a literal's announced bytes). */
export type Span = { text: string } | { secret: SecretName; length: number };

/** A span that hides `content`. */
export function hide(secret: SecretName, content: string): Span {
  return { secret, length: content.length };
}

/** The hidden last part of a line as a list: nothing is said of a part that is not there. */
export function hideRest(secret: SecretName, content: string): Span[] {
  return content === '' ? [] : [hide(secret, content)];
}
