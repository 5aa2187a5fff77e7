/** A header's text without its comments, which may nest (RFC 5322 §3.2.2); what stands in quotes is no comment. */
export function withoutComments(text: string): string {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const pair = character === '\\' && (quoted || depth > 0);
    if (depth === 0) plain += pair ? text.slice(at, at + 2) : character === '(' && !quoted ? ' ' : character;
    if (pair) at += 1;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
  }
  return plain;
}
