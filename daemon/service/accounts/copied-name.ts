const longest = 128;

/** `Copy of …`, cut to what a name may be. */
export function copiedName(name: string): string {
  // A cut through a character would leave half of it.
  return `Copy of ${name}`
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
