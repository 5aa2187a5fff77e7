import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PairOpen, readMessage, Sealed } from '../../shared/session/messages.ts';
import { makePairingCode } from '../../shared/session/pairing-code.ts';
import { seal, sealKey, unseal } from '../../shared/session/sealing.ts';
import type { ClientSession } from '../../shared/session/session-client.ts';
import { arrive, connect, type Daemon, failureOf, flip, makeSession, text } from './session-ends.ts';
import { aesGcm, b64, lp, unb64 } from './session-reference.ts';

const path = '/accounts/save';
const place = { index: 1, field: 'password', accountId: '157425284611357796', binding: 'bound-to-imap' };

describe('a sealed value', () => {
  test('opens where it was sealed for, whatever its text', async () => {
    const { seal, open } = await carrier();
    const secret = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 1024 }));
    await fc.assert(
      fc.asyncProperty(
        secret.filter((value) => value.isWellFormed()),
        async (value) => {
          const { sealed, request } = await seal(value);
          expect(await open(request, sealed)).toBe(value);
        },
      ),
    );
    for (const value of ['', '\0', '\ufeffBOM', 'x'.repeat(4096)]) {
      const { sealed, request } = await seal(value);
      expect(await open(request, sealed)).toBe(value);
    }
  });

  test('opens for no other field, index, account or binding', async () => {
    const { seal, open } = await carrier();
    const { sealed, request } = await seal('secret');
    const { accountId: _, ...noAccount } = place;
    const { binding: __, ...noBinding } = place;
    const elsewhere = [
      { ...place, field: 'passphrase' },
      { ...place, index: 0 },
      { ...place, index: 2 },
      { ...place, accountId: '157425284611357797' },
      { ...place, accountId: '\ud800' },
      { ...place, binding: 'bound-to-pop3' },
      noAccount,
      noBinding,
      { ...place, accountId: place.binding, binding: place.accountId },
    ];
    for (const other of elsewhere) expect(await failureOf(open(request, sealed, other))).toBe('wrong_seal');
    expect(await open(request, sealed)).toBe('secret');
  });

  test('opens in no other request of the session, and in no other session', async () => {
    const { daemon, browser, session, seal, open } = await carrier();
    const { sealed } = await seal('secret');
    expect(await failureOf(open(await arrival(daemon, session), sealed))).toBe('wrong_seal');
    const other = await connect(daemon, browser);
    for (let sent = 0; sent < 3; sent++)
      expect(await failureOf(open(await arrival(daemon, other), sealed))).toBe('wrong_seal');
  });

  test('is bound to session, number and path each by itself', async () => {
    const key = await sealKey(new Uint8Array(32).fill(7));
    const request = { sid: new Uint8Array(16).fill(1), seq: 5, path };
    const sealed = await seal(key, request, place, 'secret');
    expect(await unseal(key, request, place, sealed)).toBe('secret');
    for (const other of [
      { ...request, sid: new Uint8Array(16).fill(2) },
      { ...request, seq: 6 },
      { ...request, seq: 5 + 2 ** 32 },
      { ...request, path: '/accounts/test' },
    ])
      expect(await failureOf(unseal(key, other, place, sealed))).toBe('wrong_seal');
    const otherKey = await sealKey(new Uint8Array(32).fill(8));
    expect(await failureOf(unseal(otherKey, request, place, sealed))).toBe('wrong_seal');
  });

  test('is refused with padding that is not ours', async () => {
    const raw = new Uint8Array(32).fill(7);
    const request = { sid: new Uint8Array(16), seq: 1, path };
    const nonce = Buffer.from('000000010000000000000001', 'hex');
    const aad = lp('mailprobe seal v1', request.sid, 1, path, place.field, place.accountId, place.binding);
    const outcomes: string[] = [];
    for (const [hex, size] of [
      ['0001', 0],
      ['000161', 64],
      ['000161', 128],
      ['00016100ff', 64],
      ['003f', 64],
      ['ffff', 64],
      ['0001ff', 64],
      ['000161', 63],
    ] as const) {
      const plain = Buffer.alloc(size);
      plain.write(hex, 'hex');
      const sealed = { sealed: b64(aesGcm(raw, nonce, aad, plain)) };
      outcomes.push(await failureOf(unseal(await sealKey(raw), request, place, sealed)));
    }
    expect(outcomes.map((kind, at) => (kind === 'no failure' ? [at] : [])).flat()).toEqual([1]);
    expect(new Set(outcomes)).toEqual(new Set(['wrong_seal', 'no failure']));
  });

  test('with any bit turned, cut or lengthened is refused', async () => {
    const { seal, open } = await carrier();
    const { sealed, request } = await seal('secret');
    const bytes = unb64(sealed.sealed);
    const altered = [
      ...Array.from({ length: bytes.length * 8 }, (_, bit) => flip(bytes, bit)),
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.alloc(64)]),
      Buffer.alloc(0),
    ];
    for (const other of altered)
      expect(await failureOf(open(request, { sealed: b64(other) }))).toBe('wrong_seal');
    expect(await failureOf(open(request, { sealed: `${sealed.sealed}=` }))).toBe('wrong_seal');
  });

  test('does not show its length below a step of 64', async () => {
    const { seal } = await carrier();
    const lengths = async (length: number) =>
      unb64((await seal('x'.repeat(length))).sealed.sealed).length - 16;
    expect(await Promise.all([0, 1, 8, 30, 62].map(lengths))).toEqual([64, 64, 64, 64, 64]);
    expect(await Promise.all([63, 100, 126, 127].map(lengths))).toEqual([128, 128, 128, 192]);
    // Letters count as their bytes.
    expect(unb64((await seal('ü'.repeat(31))).sealed.sealed)).toHaveLength(80);
    expect(unb64((await seal('ü'.repeat(32))).sealed.sealed)).toHaveLength(144);
  });

  test('is never the same twice, and never shows its secret', async () => {
    const { session } = await carrier();
    // None of them is sent: of 200 that arrive at once one may come more than 63 behind, and is refused.
    const values = await Promise.all(
      Array.from({ length: 200 }, () => session.request('POST', path).seal(place, 'correct horse battery')),
    );
    expect(new Set(values.map(({ sealed }) => sealed)).size).toBe(200);
    expect(values.some(({ sealed }) => unb64(sealed).includes('horse'))).toBe(false);
  });

  test('stands once under its index in a request', async () => {
    const { session } = await carrier();
    const request = session.request('POST', path);
    await request.seal(place, 'one');
    await expect(request.seal(place, 'two')).rejects.toThrow(TypeError);
    await request.seal({ ...place, index: 0 }, 'two');
  });

  test('is at most 4,096 bytes, of whole characters', async () => {
    const { session } = await carrier();
    await expect(session.request('POST', path).seal(place, 'x'.repeat(4097))).rejects.toThrow(RangeError);
    await expect(session.request('POST', path).seal(place, 'x\ud800')).rejects.toThrow(TypeError);
  });

  test('has its form in the messages', async () => {
    const { seal } = await carrier();
    const { sealed } = await seal(makePairingCode());
    expect(readMessage(PairOpen, { code: sealed })).toEqual({ code: sealed });
    const no = [{}, { sealed: '' }, { sealed: b64(Buffer.alloc(16)) }, { sealed: b64(Buffer.alloc(79)) }];
    for (const wrong of [...no, { sealed: b64(Buffer.alloc(8208)) }, { ...sealed, more: 1 }, 'password'])
      expect(await failureOf(() => readMessage(Sealed, wrong))).toBe('malformed');
  });
});

async function carrier() {
  const ends = await makeSession();
  return {
    ...ends,
    /** A value, and the request it came with. */
    seal: async (secret: string) => {
      const sent = ends.session.request('POST', path);
      const sealed = await sent.seal(place, secret);
      const header = await sent.authorize(text('{}'));
      return {
        sealed,
        request: await arrive(ends.daemon, header, { method: 'POST', path, body: text('{}') }),
      };
    },
    open: (
      request: Awaited<ReturnType<typeof arrive>>,
      sealed: Sealed,
      at: Parameters<typeof request.unseal>[0] = place,
    ) => request.unseal(at, sealed),
  };
}

async function arrival(daemon: Daemon, session: ClientSession) {
  const header = await session.request('POST', path).authorize(text('{}'));
  return arrive(daemon, header, { method: 'POST', path, body: text('{}') });
}
