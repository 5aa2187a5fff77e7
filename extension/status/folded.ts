/** As a text is searched, everywhere alike: without case, width and accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words that somebody searches for, {@link folded}; none where there is nothing but blanks. */
export function searchedWords(find: string): string[] {
  return folded(find).split(/\s+/).filter(Boolean);
}
