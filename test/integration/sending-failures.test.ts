import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isLasting } from '../../daemon/probe/sent-letter.ts';
import { letterServer as server } from '../letters/letter-server.ts';
import { sent } from '../letters/sent.ts';
import { close, pause, reset, send, silence } from '../servers/steps.ts';

describe('a server that refuses', () => {
  test.each([
    ['the greeting for now', { GREETING: '421 4.3.2 Too busy' }, 'waiting', 'server_temporary'],
    [
      'the login for now',
      { AUTH: '454 4.7.0 Temporary authentication failure' },
      'waiting',
      'auth_temporary',
    ],
    ['the login', { AUTH: '535 5.7.8 Authentication failed' }, 'refused', 'auth_bad_credentials'],
    ['the sender for now', { MAIL: '451 4.3.0 Try again later' }, 'waiting', 'server_temporary'],
    [
      'the sender',
      { MAIL: '553 5.7.1 Sender address rejected: not owned by user' },
      'refused',
      'sender_rejected',
    ],
    [
      'the recipient for now',
      { RCPT: '450 4.2.0 Greylisted, try again later' },
      'waiting',
      'server_temporary',
    ],
    ['the recipient', { RCPT: '550 5.1.1 <bob@mail.test>: User unknown' }, 'refused', 'recipient_rejected'],
    ['relaying', { RCPT: '554 5.7.1 <bob@mail.test>: Relay access denied' }, 'refused', 'relay_denied'],
    ['a full mailbox', { RCPT: '452 4.2.2 Mailbox full' }, 'waiting', 'quota_exceeded'],
    [
      'the letter before it came',
      { DATA: '451 4.3.0 Queue file write error' },
      'waiting',
      'server_temporary',
    ],
    ['the letter for now', {}, 'waiting', 'server_temporary', '452 4.3.1 Insufficient system storage'],
    ['spam', {}, 'refused', 'message_rejected_policy', '550 5.7.1 This message looks like spam'],
    ['a size', {}, 'refused', 'message_too_large', '552 5.3.4 Message size exceeds fixed limit'],
  ] as const)(
    '%s is told rightly, and nothing is unknown',
    async (_what, on, outcome, kind, atDot?: string) => {
      const { target } = await server({ on, ...(atDot === undefined ? {} : { atDot }) });
      const done = await sent(target);
      expect(done).toMatchObject({ outcome: 'refused', outcomes: [outcome], failure: { kind } });
      expect(done.failure && isLasting(done.failure)).toBe(outcome === 'refused');
      expect(done.handedOver !== undefined).toBe(atDot !== undefined);
      const words = atDot ?? Object.values(on)[0] ?? '';
      expect(done.reply).toContain(words);
    },
  );

  test.each([true, false])('some recipients sends to the others, pipelined: %s', async (pipelining) => {
    const recipients = ['a@mail.test', 'b@mail.test', 'c@mail.test', 'd@mail.test'];
    const { target, letters } = await server({
      capabilities: [...(pipelining ? ['PIPELINING'] : []), 'AUTH PLAIN'],
      recipients: { 'b@mail.test': '550 5.1.1 No such user', 'c@mail.test': '450 4.2.0 Greylisted' },
    });
    const done = await sent(target, { recipients });
    expect(done).toMatchObject({
      outcome: 'taken',
      outcomes: ['accepted', 'refused', 'waiting', 'accepted'],
    });
    expect(done.deliveries[1]?.reply).toBe('550 5.1.1 No such user');
    expect(letters[0]?.rcpt).toEqual(['a@mail.test', 'd@mail.test']);
  });
});

describe('a connection that is lost', () => {
  test.each([
    ['at MAIL', { MAIL: [reset()] }],
    ['at RCPT', { RCPT: [close()] }],
    ['at DATA', { DATA: [reset()] }],
    ['in the middle of the letter', { DATA: ['354 Go ahead', close()] }],
  ])('%s leaves the letter to be sent again', async (_when, on) => {
    const { target } = await server({ on });
    // The disk takes its time, too.
    const handOver = () => sleep(20);
    const done = await sent(target, { letter: { text: 'x\n'.repeat(100_000) }, handOver });
    expect(done).toMatchObject({ outcome: 'refused', outcomes: ['waiting'] });
    expect(done.failure && isLasting(done.failure)).toBe(false);
  });

  test.each([
    ['closed', [close()]],
    ['reset', [reset()]],
    ['closed in the middle of the answer', [send(Buffer.from('250 2.0.0 Ok: que')), close()]],
    ['answered by another code', '354 Go on'],
  ])('behind the last dot (%s) leaves it unknown', async (_how, atDot) => {
    const { target, letters } = await server({ atDot });
    const done = await sent(target);
    expect(done).toMatchObject({ outcome: 'unknown', outcomes: ['unknown'] });
    expect(letters).toHaveLength(1);
  });

  test('and silence behind the last dot leaves it unknown after a while', async () => {
    const { target } = await server({ atDot: [silence()] });
    const done = await sent(target, { answerMs: 300 });
    expect(done).toMatchObject({ outcome: 'unknown', failure: { kind: 'reply_timeout' } });
  });

  test('behind the answer changes nothing', async () => {
    const { target } = await server({ atDot: ['250 2.0.0 Ok: queued as 4Zx', reset()] });
    expect(await sent(target)).toMatchObject({ outcome: 'taken', queueId: '4Zx' });
  });
});

describe('a server that answers beforehand', () => {
  const before = Buffer.from('354 Go ahead\r\n250 2.0.0 Ok: queued as FAKE\r\n');
  test.each([
    ['to the letter', { DATA: [send(before)] }],
    ['to DATA and the letter', { RCPT: [send(Buffer.concat([Buffer.from('250 Ok\r\n'), before]))] }],
    ['to the recipient', { MAIL: [send(Buffer.from('250 Ok\r\n250 Ok\r\n250 Ok\r\n'))] }],
  ])('%s is not believed: nothing is taken', async (_what, on) => {
    const { target, letters } = await server({ on, capabilities: ['AUTH PLAIN'] });
    const done = await sent(target, { handOver: () => sleep(50) });
    expect(done).toMatchObject({ outcome: 'refused', failure: { kind: 'protocol_error' } });
    expect(letters).toEqual([]);
  });
});

describe('what is not written down', () => {
  test('is not sent', async () => {
    const { target, letters } = await server();
    const done = await sent(target, { handOver: () => Promise.reject(new Error('The disk is full.')) });
    expect(done).toMatchObject({ outcome: 'held back', outcomes: ['waiting'] });
    expect(letters).toEqual([]);
  });

  test('is not sent by a daemon that stops, which leaves unknown what it had sent', async () => {
    const end = new AbortController();
    const { target, letters } = await server({ on: { RCPT: [pause(10_000)] } });
    setTimeout(() => end.abort(new Error('The daemon stops.')), 100);
    expect(await sent(target, { signal: end.signal })).toMatchObject({
      outcome: 'stopped',
      outcomes: ['waiting'],
    });
    expect(letters).toEqual([]);
    const late = new AbortController();
    const silent = await server({ atDot: [silence()] });
    setTimeout(() => late.abort(new Error('The daemon stops.')), 200);
    expect(await sent(silent.target, { signal: late.signal })).toMatchObject({ outcome: 'unknown' });
  });
});
