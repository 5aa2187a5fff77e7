/** One header field, unfolded (RFC 5322 §2.2.3). */
export interface HeaderField {
  /** In lower case. */
  name: string;
  value: string;
}

/** The header fields of a letter, or of a part of one, from the top; a line that is no field is left out. */
export function headerFields(text: string): HeaderField[] {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name: name.toLowerCase(), value: value.trim() }];
  });
}
