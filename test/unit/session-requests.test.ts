import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequenceWindow, windowSize } from '../../shared/session/sequence-window.ts';
import { arrive, connect, failureOf, flip, makeSession, otherOrigin, text } from './session-ends.ts';
import { b64, unb64 } from './session-reference.ts';

const path = '/tests/run';
const request = { method: 'POST', path, body: text('{"id":"157425284611357796"}') };

describe('requests', () => {
  test('1,000 pass that overtake each other within the window, and none a second time', async () => {
    const { daemon, session } = await makeSession();
    const headers: string[] = [];
    for (let sent = 0; sent < 1000; sent++)
      headers.push(await session.request('POST', path).authorize(request.body));
    // Blocks of the window's size, each shuffled.
    const shuffled = headers
      .map((header, at) => ({
        header,
        place: Math.floor(at / windowSize) + ((at * 37) % windowSize) / windowSize,
      }))
      .toSorted((a, b) => a.place - b.place);
    for (const { header } of shuffled)
      expect(await failureOf(arrive(daemon, header, request))).toBe('no failure');
    const again = await Promise.all(headers.map((header) => failureOf(arrive(daemon, header, request))));
    expect(new Set(again)).toEqual(new Set(['replayed']));
  });

  test('of which one arrives many times at once pass once', async () => {
    const { daemon, session } = await makeSession();
    const header = await session.request('POST', path).authorize(request.body);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => failureOf(arrive(daemon, header, request))),
    );
    expect(outcomes.filter((kind) => kind === 'no failure')).toHaveLength(1);
    expect(outcomes.filter((kind) => kind === 'replayed')).toHaveLength(19);
  });

  test('with a proof that does not hold leave the number free', async () => {
    const { daemon, session } = await makeSession();
    const header = await session.request('POST', path).authorize(request.body);
    for (const forged of [
      { ...request, method: 'PUT' },
      { ...request, path: '/tests/stop' },
      { ...request, body: text('{}') },
      { ...request, body: new Uint8Array() },
    ])
      expect(await failureOf(arrive(daemon, header, forged))).toBe('wrong_proof');
    expect(await failureOf(arrive(daemon, header, request))).toBe('no failure');
  });

  test('with one bit of the header turned are refused, each of them', async () => {
    const { daemon, session } = await makeSession();
    const header = await session.request('POST', path).authorize(request.body);
    for (let bit = 0; bit < header.length * 8; bit++) {
      const altered = String.fromCharCode(...flip(text(header), bit));
      expect(['wrong_proof', 'unknown_session']).toContain(await failureOf(arrive(daemon, altered, request)));
    }
    expect(await failureOf(arrive(daemon, header, request))).toBe('no failure');
  });

  test('in another spelling are refused', async () => {
    const { daemon, session } = await makeSession();
    const header = await session.request('POST', path).authorize(request.body);
    const [scheme, rest = ''] = header.split(' ');
    const [sid = '', seq = '', mac = ''] = rest.split('.');
    for (const spelling of [
      '',
      'Bearer x',
      ` ${header}`,
      `${header} `,
      `${header}\n`,
      `${header}=`,
      header.toLowerCase(),
      `${scheme}  ${rest}`,
      `${scheme} ${sid}.0${seq}.${mac}`,
      `${scheme} ${sid}.+${seq}.${mac}`,
      `${scheme} ${sid}.${seq}.0.${mac}`,
      `${scheme} ${sid}.1e0.${mac}`,
      `${scheme} ${sid}.0.${mac}`,
      `${scheme} ${sid}.-1.${mac}`,
      `${scheme} ${sid}.9007199254740992.${mac}`,
      `${scheme} ${sid}.${seq}.`,
      `${scheme} ${sid}.${seq}.${mac.slice(1)}`,
    ])
      expect(await failureOf(arrive(daemon, spelling, request))).toBe('wrong_proof');
    expect(await failureOf(arrive(daemon, header, request))).toBe('no failure');
  });

  test('of another origin or another session are refused', async () => {
    const { daemon, browser, session } = await makeSession();
    const other = await connect(daemon, browser);
    const header = await session.request('POST', path).authorize(request.body);
    expect(await failureOf(arrive(daemon, header, request, otherOrigin))).toBe('wrong_origin');
    expect(await failureOf(arrive(daemon, header, request, ''))).toBe('wrong_origin');
    const [, rest = ''] = (await other.request('POST', path).authorize(request.body)).split(' ');
    const mixed = header.replace(/ [^.]+/, ` ${rest.split('.')[0]}`);
    expect(await failureOf(arrive(daemon, mixed, request))).toBe('wrong_proof');
  });

  test('are proven once: a retry takes a new number', async () => {
    const { session } = await makeSession();
    const first = session.request('POST', path);
    await first.authorize(request.body);
    await expect(first.authorize(request.body)).rejects.toThrow(TypeError);
    expect(session.request('POST', path).seq).toBe(first.seq + 1);
  });
});

describe('the window', () => {
  test('is 64 wide', () => {
    const window = sequenceWindow();
    expect(window.isFree(0)).toBe(false);
    expect(window.use(100)).toBe(true);
    expect([36, 37, 100, 101].map((seq) => window.isFree(seq))).toEqual([false, true, false, true]);
    expect(window.use(37)).toBe(true);
    expect(window.use(37)).toBe(false);
    expect(window.use(101)).toBe(true);
    expect([37, 38].map((seq) => window.isFree(seq))).toEqual([false, true]);
  });

  test('behaves like the list of all numbers that were ever used', () => {
    const steps = fc.array(fc.integer({ min: -70, max: 70 }), { maxLength: 300 });
    fc.assert(
      fc.property(steps, (jumps) => {
        const window = sequenceWindow();
        const used = new Set<number>();
        let highest = 0;
        for (const jump of jumps) {
          const seq = highest + jump;
          const free = seq >= 1 && seq >= highest - 63 && !used.has(seq);
          expect(window.isFree(seq)).toBe(free);
          expect(window.use(seq)).toBe(free);
          if (!free) continue;
          used.add(seq);
          highest = Math.max(highest, seq);
        }
      }),
    );
  });
});

describe('a reply', () => {
  test('is believed with its own proof alone', async () => {
    const { daemon, session } = await makeSession();
    const body = text('{"verdict":"passed"}');
    const sent = session.request('POST', path);
    const received = await arrive(daemon, await sent.authorize(request.body), request);
    const proof = await received.proveReply(200, body);
    await sent.checkReply(proof, 200, body);

    const other = session.request('POST', path);
    const forgeries: Promise<void>[] = [
      sent.checkReply(null, 200, body),
      sent.checkReply('', 200, body),
      sent.checkReply(`${proof}=`, 200, body),
      sent.checkReply(proof.slice(0, 40), 200, body),
      sent.checkReply(proof, 401, body),
      sent.checkReply(proof, 200, new Uint8Array()),
      other.checkReply(proof, 200, body),
      ...Array.from({ length: 256 }, (_, bit) => sent.checkReply(b64(flip(unb64(proof), bit)), 200, body)),
      ...Array.from({ length: 160 }, (_, bit) => sent.checkReply(proof, 200, flip(body, bit))),
    ];
    const outcomes = await Promise.all(forgeries.map((forgery) => failureOf(forgery)));
    expect(new Set(outcomes)).toEqual(new Set(['wrong_reply']));
  });
});
