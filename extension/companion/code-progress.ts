/** What a person has typed of a pairing code so far. `foreign` is the first character that no code has. */
export interface CodeProgress {
  readonly count: number;
  readonly foreign?: string;
}

/** Counts as `readPairingCode` reads: blanks, hyphens and capitals do not matter, O counts as 0, I and L as 1. */
export function codeProgress(typed: string): CodeProgress {
  const characters = [...typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')];
  const foreign = characters.find((character) => !/^[0-9A-TV-Z]$/.test(character));
  return { count: characters.length, ...(foreign === undefined ? {} : { foreign }) };
}
