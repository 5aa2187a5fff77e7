import type { Sealed } from './messages.ts';
import { proveReply } from './reply-proof.ts';
import { type SealPlace, unseal } from './sealing.ts';
import type { DaemonSession, KnownClient } from './session-table.ts';
import { streamWriter, type StreamWriter } from './stream-proof.ts';

/** A request whose proof holds: who sent it, its secrets, and the proof of its answer. */
export interface DaemonRequest {
  readonly client: KnownClient;
  readonly sid: string;
  /** Fails as `wrong_seal`. */
  unseal(place: SealPlace, sealed: Sealed): Promise<string>;
  /** The value of the header `replyProofHeader`. */
  proveReply(status: number, body: Uint8Array): Promise<string>;
  /** `onEnd` is called when the session ends before the stream; `close` must be called when the stream is over. */
  stream(onEnd: () => void): StreamWriter & { close(): void };
}

export function daemonRequest(
  { sid, client, keys }: DaemonSession,
  { path, seq, openStream }: { path: string; seq: number; openStream: (onEnd: () => void) => () => void },
): DaemonRequest {
  return {
    client,
    sid,
    unseal: (place, sealed) => unseal(keys.seal, { sid: keys.sid, seq, path }, place, sealed),
    proveReply: (status, body) => proveReply(keys, { seq, status, body }),
    stream(onEnd) {
      const close = openStream(onEnd);
      return { ...streamWriter(keys, seq), close };
    },
  };
}
