import { toBase64url } from './base64url.ts';
import { isExtensionOrigin } from './extension-origin.ts';
import { clientIdOf, type Identity, sign, verifySignature } from './identity.ts';
import { agree, generateEphemeral } from './key-agreement.ts';
import { mac, verifyMac } from './mac.ts';
import { binaryOf, PairFinish, PairStart, readMessage } from './messages.ts';
import { readPairingCode } from './pairing-code.ts';
import { pairingKeys, pairingTranscript } from './pairing-transcript.ts';
import { type PairingWindow, pairingWindow } from './pairing-window.ts';
import { SessionFailure } from './session-failure.ts';
import { type Bytes, type CryptoKey, randomBytes } from './web-crypto.ts';

interface PairingDaemonOptions {
  readonly identity: Identity;
  /** 16 random bytes of this start. */
  readonly bootId: Uint8Array;
  /** The one that the daemon listens on. */
  readonly port: number;
  /** Monotonic; the wall clock takes no part. */
  readonly nowMs: () => number;
  /** Told each code that the daemon makes by itself: it belongs on the terminal and nowhere else. */
  readonly showCode: (code: string) => void;
}

/** A client that has just paired; `key` is its public key, 65 bytes. Its name is its own choice. */
export interface PairedClient {
  readonly id: string;
  readonly key: Bytes;
  readonly origin: string;
  readonly name: string;
}

export interface PairingDaemon {
  /** No browser is paired: a window stays open, with a new code when one is burnt, until one is. */
  stand(): void;
  /** A window of 120 s for a code that the command line made. Fails as `too_many` after ten in an hour. */
  open(code: string): void;
  /** Whether an origin that is not paired yet has a reason to call. */
  isListening(): boolean;
  /** The reply to `/pair/start`. `origin` is the request's, empty without one. */
  start(body: unknown, origin: string): Promise<Record<string, unknown>>;
  /** The reply to `/pair/finish`, to be sent after the client is stored. */
  finish(body: unknown, origin: string): Promise<{ client: PairedClient; reply: { mac: string } }>;
}

interface Exchange {
  readonly transcript: Bytes;
  readonly keys: { daemon: CryptoKey; client: CryptoKey };
  readonly client: PairedClient;
}

const hourMs = 3_600_000;
const mostWindowsAnHour = 10;

/** The daemon's half of pairing (security §3). */
export function pairingDaemon({
  identity,
  bootId,
  port,
  nowMs,
  showCode,
}: PairingDaemonOptions): PairingDaemon {
  let window: PairingWindow<Exchange> | undefined;
  let standing = false;
  let openedMs: number[] = [];

  /** Brings the window up to date, and a new code on the screen where one is owed. */
  const settle = (): PairingWindow<Exchange> | undefined => {
    if (standing && (!window || window.shut())) {
      window = pairingWindow(nowMs, { standing: true });
      showCode(window.code);
    } else if (window?.isOver()) window = undefined;
    return window;
  };
  const openWindow = (): PairingWindow<Exchange> => {
    const open = settle();
    if (!open) throw new SessionFailure('closed');
    return open;
  };
  const answer = async (
    body: unknown,
    origin: string,
    open: PairingWindow<Exchange>,
  ): Promise<Record<string, unknown>> => {
    const { name, key, eph, nonce, port: dialled } = readMessage(PairStart, body);
    if (!isExtensionOrigin(origin)) throw new SessionFailure('wrong_origin');
    if (dialled !== port) throw new SessionFailure('wrong_port');
    open.enter();
    const ephemeral = await generateEphemeral();
    const daemonNonce = randomBytes(32);
    const pairId = randomBytes(16);
    const clientKey = binaryOf(key);
    const clientEphemeral = binaryOf(eph);
    const transcript = await pairingTranscript({
      clientKey,
      clientEphemeral,
      clientNonce: binaryOf(nonce),
      daemonKey: identity.publicKey,
      daemonEphemeral: ephemeral.publicKey,
      daemonNonce,
      port,
      bootId,
      pairId,
      origin,
      name,
    });
    const agreed = await agree(ephemeral.privateKey, clientEphemeral);
    const keys = await pairingKeys(agreed, open.code, transcript);
    const client = { id: await clientIdOf(clientKey), key: clientKey, origin, name };
    open.keep(toBase64url(pairId), { transcript, keys, client });
    return {
      v: 1,
      key: toBase64url(identity.publicKey),
      eph: toBase64url(ephemeral.publicKey),
      nonce: toBase64url(daemonNonce),
      bootId: toBase64url(bootId),
      pairId: toBase64url(pairId),
      mac: toBase64url(await mac(keys.daemon, 'daemon', transcript)),
      sig: toBase64url(await sign(identity, 'mailprobe pair daemon v1', transcript)),
    };
  };

  return {
    stand() {
      standing = true;
      settle();
    },
    open(typed) {
      const code = readPairingCode(typed);
      if (code === undefined) throw new SessionFailure('malformed');
      openedMs = openedMs.filter((atMs) => nowMs() - atMs < hourMs);
      if (openedMs.length >= mostWindowsAnHour) throw new SessionFailure('too_many');
      openedMs.push(nowMs());
      window = pairingWindow(nowMs, { code, standing: false });
    },
    isListening: () => settle() !== undefined,
    async start(body, origin) {
      try {
        return await answer(body, origin, openWindow());
      } finally {
        settle();
      }
    },
    async finish(body, origin) {
      const open = openWindow();
      const { pairId, mac: proof, sig } = readMessage(PairFinish, body);
      const exchange = open.take(pairId);
      try {
        await checkClient(exchange, { proof: binaryOf(proof), sig: binaryOf(sig), origin });
      } catch (failure) {
        open.fail();
        settle();
        throw failure;
      }
      open.win();
      standing = false;
      const { client, keys, transcript } = exchange;
      return { client, reply: { mac: toBase64url(await mac(keys.daemon, 'done', transcript)) } };
    },
  };
}

async function checkClient(
  { client, keys, transcript }: Exchange,
  { proof, sig, origin }: { proof: Uint8Array; sig: Uint8Array; origin: string },
): Promise<void> {
  if (origin !== client.origin) throw new SessionFailure('wrong_origin');
  if (!(await verifyMac(keys.client, proof, 'client', transcript))) throw new SessionFailure('wrong_code');
  const signed = await verifySignature(client.key, sig, 'mailprobe pair client v1', transcript);
  if (!signed) throw new SessionFailure('wrong_client');
}
