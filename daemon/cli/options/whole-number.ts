/** NaN unless the text is digits only: `Number` would also take blanks, `1e3` and `0x50`. */
export function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
