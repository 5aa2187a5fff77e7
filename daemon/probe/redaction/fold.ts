/** The text's UTF-16 units in lower case: one for one, so that an index means the same in both. */
export function fold(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = foldUnit(text.charCodeAt(at));
  return codes;
}

/** One unit in lower case; left alone where the lower case takes more than one unit. */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
