/** A path as one word for a POSIX shell; not for Windows. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
