import { createPublicKey, randomBytes } from 'node:crypto';
import type { Post } from '../../shared/session/messages.ts';
import { origin, port } from './session-ends.ts';
import { agreed, b64, ecdsa, ecdsaHolds, hash, hkdf, hmac, keyPair, lp, unb64 } from './session-reference.ts';

export const code = '0123456789ABCDEF';

/** Holds the client's messages against its own values; `checked` names the exchanges that held. */
export function referenceDaemon() {
  const [identity, bootId, sid, pairId] = [keyPair(), randomBytes(16), randomBytes(16), randomBytes(16)];
  const checked: string[] = [];
  let keys: Buffer[] = [];
  let T: Buffer = Buffer.alloc(0);
  let H: Buffer = Buffer.alloc(0);
  let E = '';
  const post: Post = async (path, message) => {
    const eph = keyPair();
    const nonce = randomBytes(32);
    const common = { v: 1, eph: b64(eph.raw), nonce: b64(nonce), bootId: b64(bootId) };
    if (path === '/pair/start') {
      E = String(message.key);
      T = hash(
        lp(
          'mailprobe pair v1',
          unb64(E),
          unb64(message.eph),
          unb64(message.nonce),
          identity.raw,
          eph.raw,
          nonce,
          port,
          bootId,
          pairId,
          origin,
          String(message.name),
        ),
      );
      const secret = Buffer.concat([agreed(eph.privateKey, publicOf(message.eph)), Buffer.from(code)]);
      keys = hkdf(secret, T, 'mailprobe pair keys v1', 2);
      return {
        ...common,
        key: b64(identity.raw),
        pairId: b64(pairId),
        mac: b64(hmac(keys[0] as Buffer, 'daemon', T)),
        sig: b64(ecdsa(identity.privateKey, 'mailprobe pair daemon v1', T)),
      };
    }
    if (path === '/pair/finish') {
      const mac = b64(hmac(keys[1] as Buffer, 'client', T));
      const signed = ecdsaHolds(publicOf(E), unb64(message.sig), 'mailprobe pair client v1', T);
      if (message.mac === mac && signed) checked.push('pair');
      return { mac: b64(hmac(keys[0] as Buffer, 'done', T)) };
    }
    if (path === '/session/start') {
      H = hash(
        lp(
          'mailprobe session v1',
          hash(unb64(E)).toString('hex').slice(0, 32),
          unb64(E),
          identity.raw,
          unb64(message.eph),
          unb64(message.nonce),
          eph.raw,
          nonce,
          port,
          bootId,
          sid,
          origin,
        ),
      );
      keys = hkdf(agreed(eph.privateKey, publicOf(message.eph)), H, 'mailprobe session keys v1', 3);
      const sig = b64(ecdsa(identity.privateKey, 'mailprobe session daemon v1', H));
      return { ...common, sid: b64(sid), port, sig };
    }
    if (ecdsaHolds(publicOf(E), unb64(message.sig), 'mailprobe session client v1', H))
      checked.push('session');
    return undefined;
  };
  return {
    identity,
    sid,
    post,
    checked,
    get keys() {
      return keys;
    },
  };
}

export function publicOf(point: unknown) {
  const raw = unb64(point);
  const [x, y] = [b64(raw.subarray(1, 33)), b64(raw.subarray(33))];
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
}
