const dot = 0x2e;
const lf = 0x0a;
const pieceOctets = 16 * 1024;

/** A letter as DATA carries it, piece by piece: a dot before each line that begins with one (RFC 5321 §4.5.2). Its lines end with CRLF. */
export function* dotStuffed(letter: Buffer): Generator<Buffer, void> {
  let before = lf;
  for (let at = 0; at < letter.length; at += pieceOctets) {
    const piece = letter.subarray(at, at + pieceOctets);
    const parts: Buffer[] = [];
    let from = 0;
    for (let index = piece.indexOf(dot); index !== -1; index = piece.indexOf(dot, index + 1)) {
      const previous = index === 0 ? before : piece[index - 1];
      if (previous !== lf) continue;
      parts.push(piece.subarray(from, index), oneDot);
      from = index;
    }
    parts.push(piece.subarray(from));
    before = piece[piece.length - 1] ?? before;
    yield Buffer.concat(parts);
  }
}

const oneDot = Buffer.from('.');
