/** Whether this letter was pressed, also where the keyboard writes another alphabet: then its place on the keyboard counts. */
export function isKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, letter: string): boolean {
  return key.toLowerCase() === letter || code === `Key${letter.toUpperCase()}`;
}
