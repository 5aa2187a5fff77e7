const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Servers promise ASCII, send UTF-8, and sometimes Latin-1. */
export function decodeLine(line: Buffer): string {
  try {
    return utf8.decode(line);
  } catch {
    return line.toString('latin1');
  }
}
