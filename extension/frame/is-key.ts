/**
 * Was this letter's key pressed, whatever the layout and Caps Lock? On a Russian keyboard the key of `s` says `ы`; where the
 * layout has the letter elsewhere, the letter counts and not its place.
 */
export function isKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, letter: string): boolean {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase() === letter;
  return code === `Key${letter.toUpperCase()}`;
}
