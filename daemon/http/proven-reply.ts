import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import { replyProofHeader } from '../../shared/session/reply-proof.ts';
import { utf8 } from '../../shared/session/web-crypto.ts';

/** A reply of JSON whose bytes and status the client can believe. */
export async function provenReply(
  request: Pick<DaemonRequest, 'proveReply'>,
  status: number,
  value: unknown,
): Promise<Response> {
  const body = utf8(JSON.stringify(value));
  const proof = await request.proveReply(status, body);
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json', [replyProofHeader]: proof },
  });
}
