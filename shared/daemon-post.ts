import { ConnectionTrouble, type ConnectionTroubleKind } from './connection-trouble.ts';
import { spokenLanguage } from './language.ts';
import type { Post } from './session/messages.ts';
import { type Bytes, textOf, utf8 } from './session/web-crypto.ts';
import { AbortSignal, fetchReply, type Reply, type Signal } from './web-platform.ts';

/** One POST to the literal 127.0.0.1: `localhost` can be another host. Throws `ConnectionTrouble` when nobody answers. */
export async function postTo(
  port: number,
  path: string,
  body: Bytes,
  { authorization, signal }: { authorization?: string; signal?: Signal | undefined } = {},
): Promise<Reply> {
  try {
    return await fetchReply(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': spokenLanguage(),
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      body,
      signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    throw new ConnectionTrouble('unreachable', { cause: error });
  }
}

/** The way of the messages that prove themselves: pairing and the start of a session. */
export function openPost(port: number): Post {
  return async (path, body) => {
    const signal = AbortSignal.timeout(longestWaitMs);
    const reply = await postTo(port, path, utf8(JSON.stringify(body)), { signal });
    const { status } = reply;
    if (status === 204) return {};
    if (status !== 200) throw new ConnectionTrouble(kinds[status] ?? 'stranger', { status });
    try {
      return JSON.parse(textOf(new Uint8Array(await reply.arrayBuffer()))) as unknown;
    } catch (error) {
      throw new ConnectionTrouble('stranger', { cause: error });
    }
  };
}

/** A stranger on the port may take the message and never answer. */
const longestWaitMs = 10_000;

/** Refusals before authentication have no body: only the status says why. */
const kinds: Record<number, ConnectionTroubleKind> = {
  400: 'wrong_version',
  401: 'not_paired',
  403: 'not_paired',
  409: 'not_paired',
  429: 'busy',
  503: 'busy',
};
