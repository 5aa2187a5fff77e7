/** Addresses as a header lists them, taken apart: quoted names, addresses in their brackets, names or bare addresses, and what stands between them. */
export function addressPieces(text: string): string[] {
  return text.match(pieces) ?? [];
}

// A quotation mark that nobody closes must not be looked after to the end of a hostile text, again and again.
const pieces = /"(?:[^"\\]|\\.){0,256}"|<[^<>]*>|[^\s,<>"]+(?:\s+[^\s,<>"]+)*|[^]/g;
