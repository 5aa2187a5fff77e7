import { fromBase64url, toBase64url } from './base64url.ts';
import { sha256 } from './digest.ts';
import { mac, verifyMac } from './mac.ts';
import { SessionFailure } from './session-failure.ts';
import type { SessionKeys } from './session-transcript.ts';

/** The header that carries the proof. */
export const replyProofHeader = 'X-Mailprobe-Proof';

/** A reply to the request `seq`. `body` is the bytes as they travel, empty when there is none. */
export interface ProvenReply {
  readonly seq: number;
  readonly status: number;
  readonly body: Uint8Array;
}

/** The value of the header. */
export async function proveReply({ reply, sid }: SessionKeys, parts: ProvenReply): Promise<string> {
  return toBase64url(await mac(reply, ...(await partsOf(sid, parts))));
}

/** Fails as `wrong_reply`; `header` is null when the reply has none. */
export async function checkReply(
  { reply, sid }: SessionKeys,
  header: string | null,
  parts: ProvenReply,
): Promise<void> {
  const proof = fromBase64url(header ?? '');
  const holds = proof?.length === 32 && (await verifyMac(reply, proof, ...(await partsOf(sid, parts))));
  if (!holds) throw new SessionFailure('wrong_reply');
}

async function partsOf(sid: Uint8Array, { seq, status, body }: ProvenReply) {
  return ['mailprobe reply v1', sid, seq, status, await sha256(body)];
}
