import { toBase64url } from './base64url.ts';
import { type Identity, sign, verifySignature } from './identity.ts';
import { agree, generateEphemeral } from './key-agreement.ts';
import { mac, verifyMac } from './mac.ts';
import { binaryOf, PairDone, PairStarted, type Post, readMessage } from './messages.ts';
import { pairingKeys, pairingTranscript } from './pairing-transcript.ts';
import { SessionFailure } from './session-failure.ts';
import { type Bytes, randomBytes } from './web-crypto.ts';

interface PairingClient {
  readonly identity: Identity;
  /** What the daemon's terminal and its list of clients call this browser. */
  readonly name: string;
  /** The extension's own. */
  readonly origin: string;
  /** The one that is dialled. */
  readonly port: number;
  /** 16 characters, as `readPairingCode` gives them: never sent. */
  readonly code: string;
}

/** The daemon as the client keeps it: `key` is its public key, 65 bytes. */
export interface PinnedDaemon {
  readonly key: Bytes;
  readonly port: number;
}

/**
 * Pairs with the daemon that knows `code`. The daemon proves itself first, so that a wrong one learns
 * nothing of the code. Fails as `wrong_code` when the daemon has another code, as `wrong_daemon` when
 * the answers are not of one daemon about this exchange.
 */
export async function pair(
  post: Post,
  { identity, name, origin, port, code }: PairingClient,
): Promise<PinnedDaemon> {
  const ephemeral = await generateEphemeral();
  const clientNonce = randomBytes(32);
  const started = readMessage(
    PairStarted,
    await post('/pair/start', {
      v: 1,
      name,
      key: toBase64url(identity.publicKey),
      eph: toBase64url(ephemeral.publicKey),
      nonce: toBase64url(clientNonce),
      port,
    }),
  );
  const daemonKey = binaryOf(started.key);
  const daemonEphemeral = binaryOf(started.eph);
  const transcript = await pairingTranscript({
    clientKey: identity.publicKey,
    clientEphemeral: ephemeral.publicKey,
    clientNonce,
    daemonKey,
    daemonEphemeral,
    daemonNonce: binaryOf(started.nonce),
    port,
    bootId: binaryOf(started.bootId),
    pairId: binaryOf(started.pairId),
    origin,
    name,
  });
  const signed = await verifySignature(
    daemonKey,
    binaryOf(started.sig),
    'mailprobe pair daemon v1',
    transcript,
  );
  if (!signed) throw new SessionFailure('wrong_daemon');
  const keys = await pairingKeys(await agree(ephemeral.privateKey, daemonEphemeral), code, transcript);
  const knowsCode = await verifyMac(keys.daemon, binaryOf(started.mac), 'daemon', transcript);
  if (!knowsCode) throw new SessionFailure('wrong_code');

  const done = readMessage(
    PairDone,
    await post('/pair/finish', {
      pairId: started.pairId,
      mac: toBase64url(await mac(keys.client, 'client', transcript)),
      sig: toBase64url(await sign(identity, 'mailprobe pair client v1', transcript)),
    }),
  );
  const stored = await verifyMac(keys.daemon, binaryOf(done.mac), 'done', transcript);
  if (!stored) throw new SessionFailure('wrong_daemon');
  return { key: daemonKey, port };
}
