import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { clientIdOf } from '../../shared/session/identity.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { startSession } from '../../shared/session/session-client.ts';
import { makeBrowser, makeDaemon, origin, port } from './session-ends.ts';
import {
  aesGcm,
  agreed,
  b64,
  ecdsa,
  ecdsaHolds,
  hash,
  hkdf,
  hmac,
  keyPair,
  lp,
  unb64,
} from './session-reference.ts';
import { code, referenceDaemon, publicOf } from './session-reference-daemon.ts';
import { replyProofHeader } from '../../shared/session/reply-proof.ts';

const body = Buffer.from('{"account":"157425284611357796"}');

describe('our client understands a daemon written on node:crypto', () => {
  test('pairing: transcript, both keys, MACs and signatures', async () => {
    const browser = await makeBrowser();
    const daemon = referenceDaemon();
    const pinned = await pair(daemon.post, { ...browser, code });
    expect(Buffer.from(pinned.key)).toEqual(daemon.identity.raw);
    expect(pinned.port).toBe(port);
    expect(daemon.checked).toEqual(['pair']);
  });

  test('session: transcript, three keys, request and reply proof, stream, seal', async () => {
    const browser = await makeBrowser();
    const daemon = referenceDaemon();
    await pair(daemon.post, { ...browser, code });
    const session = await startSession(daemon.post, {
      ...browser,
      daemon: { key: new Uint8Array(daemon.identity.raw), port },
    });
    expect(daemon.checked).toEqual(['pair', 'session']);
    const { keys, sid } = daemon;
    const [kRequest, kSeal, kReply] = keys as [Buffer, Buffer, Buffer];

    session.request('POST', '/x');
    const request = session.request('POST', '/accounts/save');
    expect(request.seq).toBe(2);
    const proof = hmac(kRequest, 'mailprobe request v1', 'POST', '/accounts/save', 2, hash(body));
    expect(await request.authorize(body)).toBe(`Mailprobe ${b64(sid)}.2.${b64(proof)}`);

    const place = { index: 3, field: 'password', accountId: '157425284611357796', binding: 'bound' };
    const nonce = Buffer.from('000000030000000000000002', 'hex');
    const aad = lp('mailprobe seal v1', sid, 2, '/accounts/save', 'password', place.accountId, 'bound');
    const plain = Buffer.alloc(64);
    plain.write('\0\x09pässword', 'utf8');
    expect(await request.seal(place, 'pässword')).toEqual({
      sealed: b64(aesGcm(kSeal, nonce, aad, plain)),
    });

    const replyProof = hmac(kReply, 'mailprobe reply v1', sid, 2, 200, hash(body));
    await request.checkReply(b64(replyProof), 200, body);

    expect(replyProofHeader).toBe('X-Mailprobe-Proof');

    const h0 = hmac(kReply, 'mailprobe stream v1', sid, 2);
    const h2 = hmac(kReply, hmac(kReply, h0, '{"a":1}'), 'zwei');
    const end = `{"type":"end","lines":2,"proof":"${b64(h2)}"}`;
    const seen: string[] = [];
    for await (const line of request.lines(linesOf('{"a":1}', 'zwei', end))) seen.push(line);
    expect(seen).toEqual(['{"a":1}', 'zwei']);
  });
});

describe('our daemon understands a client written on node:crypto', () => {
  test('pairing and session, to the last byte', async () => {
    const daemon = await makeDaemon();
    daemon.pairing.stand();
    const post = daemon.post();
    const [identity, eph] = [keyPair(), keyPair()];
    const nonce = randomBytes(32);
    const name = 'Ada’s Firefox';
    const start = { v: 1, name, key: b64(identity.raw), eph: b64(eph.raw), nonce: b64(nonce), port };
    const hello = (await post('/pair/start', start)) as Record<string, string>;
    expect(Object.keys(hello).toSorted()).toEqual(
      ['v', 'key', 'eph', 'nonce', 'bootId', 'pairId', 'mac', 'sig'].toSorted(),
    );
    const T = hash(
      lp(
        'mailprobe pair v1',
        identity.raw,
        eph.raw,
        nonce,
        unb64(hello.key),
        unb64(hello.eph),
        unb64(hello.nonce),
        port,
        unb64(hello.bootId),
        unb64(hello.pairId),
        origin,
        name,
      ),
    );
    const secret = Buffer.concat([
      agreed(eph.privateKey, publicOf(hello.eph)),
      Buffer.from(daemon.codes[0] ?? ''),
    ]);
    const [kD, kE] = hkdf(secret, T, 'mailprobe pair keys v1', 2) as [Buffer, Buffer];
    expect(hello.mac).toBe(b64(hmac(kD, 'daemon', T)));
    expect(ecdsaHolds(publicOf(hello.key), unb64(hello.sig), 'mailprobe pair daemon v1', T)).toBe(true);

    const finish = {
      pairId: hello.pairId,
      mac: b64(hmac(kE, 'client', T)),
      sig: b64(ecdsa(identity.privateKey, 'mailprobe pair client v1', T)),
    };
    expect(await post('/pair/finish', finish)).toEqual({ mac: b64(hmac(kD, 'done', T)) });
    const id = hash(identity.raw).subarray(0, 16).toString('hex');
    expect([...daemon.clients.values()]).toEqual([{ id, key: new Uint8Array(identity.raw), origin, name }]);

    const eph2 = keyPair();
    const nonce2 = randomBytes(32);
    const begun = (await post('/session/start', {
      v: 1,
      client: id,
      eph: b64(eph2.raw),
      nonce: b64(nonce2),
      port,
    })) as Record<string, string>;
    expect(begun).toMatchObject({ v: 1, bootId: hello.bootId, port });
    const sid = unb64(begun.sid);
    const H = hash(
      lp(
        'mailprobe session v1',
        id,
        identity.raw,
        unb64(hello.key),
        eph2.raw,
        nonce2,
        unb64(begun.eph),
        unb64(begun.nonce),
        port,
        unb64(begun.bootId),
        sid,
        origin,
      ),
    );
    expect(ecdsaHolds(publicOf(hello.key), unb64(begun.sig), 'mailprobe session daemon v1', H)).toBe(true);
    await post('/session/finish', {
      sid: begun.sid,
      sig: b64(ecdsa(identity.privateKey, 'mailprobe session client v1', H)),
    });
    const dh = agreed(eph2.privateKey, publicOf(begun.eph));
    const [kRequest, kSeal, kReply] = hkdf(dh, H, 'mailprobe session keys v1', 3) as [Buffer, Buffer, Buffer];

    const proof = hmac(kRequest, 'mailprobe request v1', 'POST', '/tests/run', 7, hash(body));
    const admitted = daemon.sessions.admit(`Mailprobe ${begun.sid}.7.${b64(proof)}`, origin);
    const request = await daemon.sessions.prove(admitted, { method: 'POST', path: '/tests/run', body });
    expect(request.client.id).toBe(id);

    const plain = Buffer.alloc(64);
    plain.write('\0\x06secret', 'utf8');
    const aad = lp('mailprobe seal v1', sid, 7, '/tests/run', 'password', '', '');
    const sealed = b64(aesGcm(kSeal, Buffer.from('000000000000000000000007', 'hex'), aad, plain));
    expect(await request.unseal({ index: 0, field: 'password' }, { sealed })).toBe('secret');

    const replyProof = hmac(kReply, 'mailprobe reply v1', sid, 7, 201, hash(body));
    expect(await request.proveReply(201, body)).toBe(b64(replyProof));

    const stream = request.stream(() => {});
    const h0 = hmac(kReply, 'mailprobe stream v1', sid, 7);
    const h1 = hmac(kReply, h0, 'eins');
    expect(await stream.write(['eins'])).toBe(`eins\n{"type":"proof","lines":1,"proof":"${b64(h1)}"}\n`);
    expect(await stream.end()).toBe(`{"type":"end","lines":1,"proof":"${b64(h1)}"}\n`);
  });

  test('the id of a client is the beginning of the hash of its key', async () => {
    const { raw } = keyPair();
    expect(await clientIdOf(raw)).toBe(hash(raw).toString('hex').slice(0, 32));
  });
});

async function* linesOf(...lines: string[]) {
  yield* lines;
}
