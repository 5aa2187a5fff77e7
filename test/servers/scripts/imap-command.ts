import type { Peer } from '../peer.ts';

const word = /"((?:[^"\\]|\\.)*)"|\S+/g;
const literal = / ?\{(\d+)(\+?)\}$/;

/** Reads one IMAP command without its tag: name (UID with its verb), atoms, quoted strings and literals (RFC 3501 §4.3). */
export async function readImapCommand(peer: Peer): Promise<readonly string[] | undefined> {
  let line = await peer.readLine();
  const { tag } = peer;
  const words: string[] = [];
  while (line !== undefined) {
    const opening = literal.exec(line);
    words.push(...wordsOf(opening ? line.slice(0, opening.index) : line));
    if (!opening) break;
    // LITERAL+ does not wait to be asked (RFC 7888).
    if (!opening[2]) await peer.write('+ go on\r\n');
    words.push((await peer.readBytes(Number(opening[1]))).toString());
    line = await peer.readLine();
  }
  peer.tag = tag;
  if (line === undefined) return undefined;

  const [, verb = '', ...rest] = words;
  const name = verb.toUpperCase();
  return name === 'UID' ? [`UID ${rest[0]?.toUpperCase()}`, ...rest.slice(1)] : [name, ...rest];
}

function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(word), ([whole, quoted]) => quoted?.replace(/\\(.)/g, '$1') ?? whole);
}
