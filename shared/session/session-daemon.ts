import { toBase64url } from './base64url.ts';
import { daemonRequest, type DaemonRequest } from './daemon-request.ts';
import { halfOpenSessions } from './half-open-sessions.ts';
import { type Identity, sign, verifySignature } from './identity.ts';
import { agree, generateEphemeral } from './key-agreement.ts';
import { binaryOf, readMessage, SessionFinish, SessionStart } from './messages.ts';
import { type Authorization, readAuthorization, verifyRequest } from './request-proof.ts';
import { SessionFailure } from './session-failure.ts';
import { type KnownClient, sessionTable } from './session-table.ts';
import { sessionKeys, sessionTranscript } from './session-transcript.ts';
import { randomBytes } from './web-crypto.ts';

interface SessionDaemonOptions {
  readonly identity: Identity;
  /** 16 random bytes of this start. */
  readonly bootId: Uint8Array;
  /** The one that the daemon listens on. */
  readonly port: number;
  /** Monotonic; the wall clock takes no part. */
  readonly nowMs: () => number;
  /** `undefined` when the client is unknown or revoked. */
  readonly findClient: (id: string) => Promise<KnownClient | undefined>;
}

/** In all methods `origin` is the request's, empty without one; refusals are SessionFailures. */
export interface SessionDaemon {
  /** The reply to `/session/start`. */
  start(body: unknown, origin: string): Promise<Record<string, unknown>>;
  /** `/session/finish`: the reply is empty. */
  finish(body: unknown, origin: string): Promise<void>;
  /** Before the body is read: the header names a live session of this origin and an unused number. Changes nothing. */
  admit(authorization: string, origin: string): Authorization;
  /** With the body's bytes: verifies the proof and uses up the number. */
  prove(
    authorization: Authorization,
    request: { method: string; path: string; body: Uint8Array },
  ): Promise<DaemonRequest>;
  /** `/session/end`. */
  end(sid: string): void;
  /** Revocation: sessions, half-open ones and streams of the client end now. Call it after the client is deleted. */
  endClient(clientId: string): void;
  /** To be called now and then: ends sessions that are over, and the streams they still hold. */
  sweep(): void;
}

/** The daemon's half of sessions (security §3). */
export function sessionDaemon(options: SessionDaemonOptions): SessionDaemon {
  const { identity, bootId, port, nowMs, findClient } = options;
  const halfOpen = halfOpenSessions(nowMs);
  const table = sessionTable(nowMs);

  return {
    async start(body, origin) {
      const started = readMessage(SessionStart, body);
      const client = await findClient(started.client);
      if (!client) throw new SessionFailure('unknown_client');
      if (client.origin !== origin) throw new SessionFailure('wrong_origin');
      const ephemeral = await generateEphemeral();
      const clientEphemeral = binaryOf(started.eph);
      const daemonNonce = randomBytes(32);
      const sid = randomBytes(16);
      const transcript = await sessionTranscript({
        clientId: client.id,
        clientKey: client.key,
        daemonKey: identity.publicKey,
        clientEphemeral,
        clientNonce: binaryOf(started.nonce),
        daemonEphemeral: ephemeral.publicKey,
        daemonNonce,
        port,
        bootId,
        sid,
        origin,
      });
      const signature = await sign(identity, 'mailprobe session daemon v1', transcript);
      // Who dialled another port is told the true one, signed, and gets no further.
      if (started.port === port)
        halfOpen.add(toBase64url(sid), { client, ephemeral, clientEphemeral, transcript });
      return {
        v: 1,
        eph: toBase64url(ephemeral.publicKey),
        nonce: toBase64url(daemonNonce),
        bootId: toBase64url(bootId),
        sid: toBase64url(sid),
        port,
        sig: toBase64url(signature),
      };
    },

    async finish(body, origin) {
      const { sid, sig } = readMessage(SessionFinish, body);
      const { client, ephemeral, clientEphemeral, transcript } = halfOpen.take(sid);
      try {
        if (client.origin !== origin) throw new SessionFailure('wrong_origin');
        const label = 'mailprobe session client v1';
        const signed = await verifySignature(client.key, binaryOf(sig), label, transcript);
        if (!signed) throw new SessionFailure('wrong_client');
        const agreed = await agree(ephemeral.privateKey, clientEphemeral);
        const keys = await sessionKeys(agreed, transcript, binaryOf(sid));
        // Revoked since the start: then the client is gone, or its place here, whichever came first.
        const known = await findClient(client.id);
        if (!known || !halfOpen.settle(sid)) throw new SessionFailure('unknown_client');
        table.add(sid, client, keys);
      } finally {
        halfOpen.settle(sid);
      }
    },

    admit(header, origin) {
      const authorization = readAuthorization(header);
      const { client, window } = table.find(authorization.sid);
      if (client.origin !== origin) throw new SessionFailure('wrong_origin');
      if (!window.isFree(authorization.seq)) throw new SessionFailure('replayed');
      return authorization;
    },

    async prove({ sid, seq, mac }, { method, path, body }) {
      const session = table.find(sid);
      const holds = await verifyRequest(session.keys.request, mac, { method, path, seq, body });
      if (!holds) throw new SessionFailure('wrong_proof');
      if (!session.window.use(seq)) throw new SessionFailure('replayed');
      table.touch(sid);
      return daemonRequest(session, { path, seq, openStream: (onEnd) => table.openStream(sid, onEnd) });
    },

    end: (sid) => table.end(sid),
    endClient(clientId) {
      halfOpen.endClient(clientId);
      table.endClient(clientId);
    },
    sweep: () => table.sweep(),
  };
}
