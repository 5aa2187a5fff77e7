import { toBase64url } from './base64url.ts';
import { clientRequest, type ClientRequest } from './client-request.ts';
import { clientIdOf, type Identity, sign, verifySignature } from './identity.ts';
import { agree, generateEphemeral } from './key-agreement.ts';
import { binaryOf, type Post, readMessage, SessionStarted } from './messages.ts';
import type { PinnedDaemon } from './pairing-client.ts';
import { SessionFailure } from './session-failure.ts';
import { sessionKeys, sessionTranscript } from './session-transcript.ts';
import { randomBytes } from './web-crypto.ts';

interface SessionClient {
  readonly identity: Identity;
  /** The daemon's key from pairing, and the port that is dialled. */
  readonly daemon: PinnedDaemon;
  /** The extension's own; empty for the command line. */
  readonly origin: string;
}

/** The client's end of a session: its keys live in this object and nowhere else. */
export interface ClientSession {
  /** Takes the next sequence number: one for each request that is sent, also for a retry. */
  request(method: string, path: string): ClientRequest;
}

/**
 * Begins a session with the daemon of the pairing. Fails as `wrong_daemon` when another key answers, as
 * `wrong_port` when the right daemon answers but listens on another port than the one dialled.
 */
export async function startSession(
  post: Post,
  { identity, daemon, origin }: SessionClient,
): Promise<ClientSession> {
  const ephemeral = await generateEphemeral();
  const clientNonce = randomBytes(32);
  const clientId = await clientIdOf(identity.publicKey);
  const started = readMessage(
    SessionStarted,
    await post('/session/start', {
      v: 1,
      client: clientId,
      eph: toBase64url(ephemeral.publicKey),
      nonce: toBase64url(clientNonce),
      port: daemon.port,
    }),
  );
  const sid = binaryOf(started.sid);
  const daemonEphemeral = binaryOf(started.eph);
  const transcript = await sessionTranscript({
    clientId,
    clientKey: identity.publicKey,
    daemonKey: daemon.key,
    clientEphemeral: ephemeral.publicKey,
    clientNonce,
    daemonEphemeral,
    daemonNonce: binaryOf(started.nonce),
    port: started.port,
    bootId: binaryOf(started.bootId),
    sid,
    origin,
  });
  const signature = binaryOf(started.sig);
  const signed = await verifySignature(daemon.key, signature, 'mailprobe session daemon v1', transcript);
  if (!signed) throw new SessionFailure('wrong_daemon');
  if (started.port !== daemon.port) throw new SessionFailure('wrong_port');

  const keys = await sessionKeys(await agree(ephemeral.privateKey, daemonEphemeral), transcript, sid);
  await post('/session/finish', {
    sid: started.sid,
    sig: toBase64url(await sign(identity, 'mailprobe session client v1', transcript)),
  });
  let seq = 0;
  return { request: (method, path) => clientRequest(keys, { method, path, seq: ++seq }) };
}
