import type { IncomingMessage } from 'node:http';

/** The body, exactly as long as announced; undefined when the client sent less or went away. */
export async function readBody(request: IncomingMessage, announced: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > announced) return undefined;
      pieces.push(piece);
    }
  } catch {
    return undefined;
  }
  return length === announced ? Buffer.concat(pieces) : undefined;
}
