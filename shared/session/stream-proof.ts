import { fromBase64url, toBase64url } from './base64url.ts';
import type { Part } from './length-prefixed.ts';
import { mac, verifyMac } from './mac.ts';
import { SessionFailure } from './session-failure.ts';
import type { SessionKeys } from './session-transcript.ts';
import type { Bytes } from './web-crypto.ts';

/** Writes a stream whose lines the reader can believe as they come. */
export interface StreamWriter {
  /** The text to send for these lines: a line feed behind each, and one line that proves all so far. */
  write(lines: readonly string[]): Promise<string>;
  /** The text that ends the stream; a stream without it is a lost connection. */
  end(): Promise<string>;
}

/** Above this the reader stops: it holds lines back until they are proven. */
const limits = { heldLines: 1024, lineLength: 65_536 };

const controlLine = /^\{"type":"(proof|end)","lines":(0|[1-9]\d{0,15}),"proof":"([\w-]{43})"\}$/;

/** The stream that answers the request `seq`. */
export function streamWriter({ reply, sid }: SessionKeys, seq: number): StreamWriter {
  let state: Promise<{ link: Bytes; count: number }> | undefined;
  let ended = false;

  // One write after the other, in the order of the calls.
  const append = async (lines: readonly string[], type: 'proof' | 'end'): Promise<string> => {
    if (ended) throw new TypeError('The stream has ended.');
    if (lines.some((line) => line.includes('\n') || controlLine.test(line)))
      throw new TypeError('A line is one line, and no proof.');
    ended = type === 'end';
    const before = state ?? mac(reply, ...firstLink(sid, seq)).then((link) => ({ link, count: 0 }));
    state = before.then(async ({ link, count }) => {
      let last = link;
      for (const line of lines) last = await mac(reply, last, line);
      return { link: last, count: count + lines.length };
    });
    const { link, count } = await state;
    const proof = JSON.stringify({ type, lines: count, proof: toBase64url(link) });
    return [...lines, proof].map((line) => `${line}\n`).join('');
  };

  return { write: (lines) => append(lines, 'proof'), end: () => append([], 'end') };
}

/**
 * The lines of a stream, each only after a proof that covers it. Fails as `wrong_reply` when a proof
 * does not hold, as `cut_stream` when `lines` ends before the end of the stream.
 */
export async function* provenLines(
  { reply, sid }: SessionKeys,
  seq: number,
  lines: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  // The parts of the last link: a proof is verified against them, the links before are only computed.
  let last: readonly Part[] = firstLink(sid, seq);
  let count = 0;
  let held: string[] = [];
  for await (const line of lines) {
    const [, type, total, proof = ''] = controlLine.exec(line) ?? [];
    if (type === undefined) {
      if (held.length >= limits.heldLines || line.length > limits.lineLength) throw wrong();
      last = [await mac(reply, ...last), line];
      count++;
      held.push(line);
      continue;
    }
    const bytes = fromBase64url(proof);
    if (!bytes || Number(total) !== count || !(await verifyMac(reply, bytes, ...last))) throw wrong();
    yield* held;
    if (type === 'end') return;
    held = [];
  }
  throw new SessionFailure('cut_stream');
}

function firstLink(sid: Uint8Array, seq: number): Part[] {
  return ['mailprobe stream v1', sid, seq];
}

function wrong(): SessionFailure {
  return new SessionFailure('wrong_reply');
}
