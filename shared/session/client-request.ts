import type { Sealed } from './messages.ts';
import { checkReply } from './reply-proof.ts';
import { proveRequest } from './request-proof.ts';
import { seal, type SealPlace } from './sealing.ts';
import type { SessionKeys } from './session-transcript.ts';
import { provenLines } from './stream-proof.ts';

/** One request of a session: its secrets, its proof, and the check of its answer. */
export interface ClientRequest {
  readonly seq: number;
  /** Once for each field: a second value under the same index would break the cipher. */
  seal(place: SealPlace, secret: string): Promise<Sealed>;
  /** The `Authorization` header for these bytes; once. */
  authorize(body: Uint8Array): Promise<string>;
  /** Fails as `wrong_reply`: the reply is to be dropped. `header` is that of `replyProofHeader`. */
  checkReply(header: string | null, status: number, body: Uint8Array): Promise<void>;
  /** The lines of a stream, each proven before it is seen; fails as `wrong_reply` or `cut_stream`. */
  lines(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined>;
}

export function clientRequest(
  keys: SessionKeys,
  { method, path, seq }: { method: string; path: string; seq: number },
): ClientRequest {
  const sealed = new Set<number>();
  let authorized = false;

  return {
    seq,
    async seal(place, secret) {
      if (sealed.has(place.index)) throw new TypeError('This field of the request is sealed already.');
      sealed.add(place.index);
      return seal(keys.seal, { sid: keys.sid, seq, path }, place, secret);
    },
    async authorize(body) {
      if (authorized) throw new TypeError('This request is proven already: a retry is a new request.');
      authorized = true;
      return proveRequest(keys.request, keys.sid, { method, path, seq, body });
    },
    checkReply: (header, status, body) => checkReply(keys, header, { seq, status, body }),
    lines: (lines) => provenLines(keys, seq, lines),
  };
}
