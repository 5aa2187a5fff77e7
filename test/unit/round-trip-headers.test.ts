import { describe, expect, test } from 'vitest';
import { bounceOf } from '../../daemon/service/letters/round-trip/bounce.ts';
import { hopsOf } from '../../daemon/service/letters/round-trip/hops.ts';
import { judgementOf } from '../../daemon/service/letters/round-trip/judgement.ts';
import { headerFields } from '../../daemon/service/letters/round-trip/letter-head.ts';
import { holdsToken, newToken } from '../../daemon/service/letters/round-trip/token.ts';

const journey = {
  sentAt: new Date('2026-11-23T03:51:06.400Z'),
  seenAt: new Date('2026-11-23T03:51:20.000Z'),
};
const hops = (head: string) => hopsOf(headerFields(head), journey);
const judged = (head: string) => judgementOf(headerFields(head));

const delivered =
  'Received: from mx.fate.test\r\n\tby vm with LMTP\r\n\tid IE+tM;\r\n\tMon, 23 Nov 2026 03:51:12 +0000\r\n';
const receivedAt = (seconds: number) =>
  `Received: from localhost (unknown [127.0.0.1]; x)\r\n\tby mx.fate.test (Postfix) with ESMTP id C86041899\r\n\tfor <a@b>; Mon, 23 Nov 2026 04:51:${String(seconds).padStart(2, '0')} +0100 (CET)\r\n`;
const submitted =
  'Received: from vm (unknown [127.0.0.1])\r\n\tby localhost (Postfix) with ESMTPSA id 1F9D8; Mon, 23 Nov 2026 03:51:07 +0000 (UTC)\r\n';
const good =
  'Authentication-Results: mx.fate.test; spf=pass smtp.mailfrom=fate.test; dmarc=fail (p=none; really) header.from=fate.test\r\n';
const bad = 'Authentication-Results: mx.fate.test; spf=pass; dkim=pass\r\n';

describe('hops', () => {
  test('stand in the order of the way, with the delay since the one before', () => {
    expect(hops(delivered + receivedAt(11) + submitted)).toEqual([
      { from: 'vm', by: 'localhost', protocol: 'ESMTPSA', id: '1F9D8', at: '2026-11-23T03:51:07.000Z' },
      {
        from: 'localhost',
        by: 'mx.fate.test',
        protocol: 'ESMTP',
        id: 'C86041899',
        at: '2026-11-23T03:51:11.000Z',
        delayMs: 4_000,
      },
      {
        from: 'mx.fate.test',
        by: 'vm',
        protocol: 'LMTP',
        id: 'IE+tM',
        at: '2026-11-23T03:51:12.000Z',
        delayMs: 1_000,
      },
    ]);
  });

  test('of a clock that is wrong by our own have no delay, and the next one neither', () => {
    const found = hops(delivered + receivedAt(50) + submitted);
    expect(found[1]).toMatchObject({ at: '2026-11-23T03:51:50.000Z', clockOffMs: 30_000 });
    expect(found.map(({ delayMs }) => delayMs)).toEqual([undefined, undefined, undefined]);
  });

  test('that go back in time within the journey have no negative delay', () => {
    const found = hops(delivered + receivedAt(15) + submitted);
    expect(found.map(({ delayMs, clockOffMs }) => [delayMs, clockOffMs])).toEqual([
      [undefined, undefined],
      [8_000, undefined],
      [undefined, -3_000],
    ]);
  });

  test('without a date, a name or anything that can be read are hops all the same', () => {
    expect(
      hops('Received: by 2002:a05:6a10 with SMTP id x\r\nReceived: nonsense; yesterday\r\nReceived:\r\n'),
    ).toEqual([{}, {}, { by: '2002:a05:6a10', protocol: 'SMTP', id: 'x' }]);
  });

  test('are no more than fifty', () => {
    expect(hops(submitted.repeat(1_000))).toHaveLength(50);
  });
});

describe('the judgement', () => {
  test('is that of the receiving server, its comments left out', () => {
    expect(judged(delivered + good + receivedAt(11) + submitted)).toEqual({
      by: 'mx.fate.test',
      notBelieved: 0,
      results: [
        { method: 'spf', result: 'pass', properties: [{ name: 'smtp.mailfrom', value: 'fate.test' }] },
        { method: 'dmarc', result: 'fail', properties: [{ name: 'header.from', value: 'fate.test' }] },
      ],
    });
  });

  test('below its own Received is the receiving server’s too, as Gmail writes it', () => {
    expect(judged(receivedAt(11) + good + submitted)).toMatchObject({ by: 'mx.fate.test', notBelieved: 0 });
  });

  test('that somebody else wrote in its name further down is not believed', () => {
    expect(judged(delivered + good + receivedAt(11) + bad + submitted + bad)).toMatchObject({
      by: 'mx.fate.test',
      notBelieved: 2,
      results: [{ result: 'pass' }, { result: 'fail' }],
    });
  });

  test('of the sender is not believed where the receiving server says nothing', () => {
    expect(judged(delivered + receivedAt(11) + submitted + bad)).toEqual({
      by: '',
      results: [],
      notBelieved: 1,
    });
  });

  test('of a relay is not the receiving server’s', () => {
    const relay = 'Authentication-Results: relay.example; spf=pass\r\n';
    expect(judged(delivered + receivedAt(11) + relay + submitted)).toEqual({
      by: '',
      results: [],
      notBelieved: 1,
    });
  });

  test('in several headers of one server is one; quoted values and versions are read', () => {
    const more =
      'Authentication-Results: mx.fate.test 1;\r\n dkim/1=fail reason="bad; \\"sig\\"" header.d=x.test\r\n';
    expect(judged(delivered + more + good + receivedAt(11) + submitted)?.results).toEqual([
      {
        method: 'dkim',
        result: 'fail',
        reason: 'bad; "sig"',
        properties: [{ name: 'header.d', value: 'x.test' }],
      },
      expect.objectContaining({ method: 'spf' }),
      expect.objectContaining({ method: 'dmarc' }),
    ]);
  });

  test('may have no name, as Microsoft writes it, and no results', () => {
    const nameless =
      'Authentication-Results: spf=pass (sender IP is 1.2.3.4)\r\n smtp.mailfrom=x.test; dkim=none\r\n';
    expect(judged(delivered + nameless + receivedAt(11))).toMatchObject({
      by: '',
      notBelieved: 0,
      results: [{ method: 'spf' }, { method: 'dkim', result: 'none' }],
    });
    const none = 'Authentication-Results: mx.fate.test; none\r\n';
    expect(judged(delivered + none + receivedAt(11))).toMatchObject({ by: 'mx.fate.test', results: [] });
    expect(judged(delivered + submitted)).toBeUndefined();
  });

  test('with comments that never close is read in a moment', () => {
    const began = performance.now();
    judged(
      `${delivered}Authentication-Results: mx.fate.test; ${'(" \\'.repeat(20_000)}\r\n${receivedAt(11)}`,
    );
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('with quotes that never close is read in a moment, up to the quote', () => {
    const began = performance.now();
    const value = `mx.fate.test; spf=pass; dkim="${'\\"'.repeat(30_000)}`;
    const { results = [] } =
      judged(`${delivered}Authentication-Results: ${value}\r\n${receivedAt(11)}`) ?? {};
    expect(performance.now() - began).toBeLessThan(500);
    expect(results.map(({ method, result }) => `${method}=${result}`)).toEqual(['spf=pass']);
  });
});

describe('a bounce', () => {
  const report = 'Reporting-MTA: dns; localhost\r\nArrival-Date: Mon, 23 Nov 2026 03:51:07 +0000\r\n';

  test('tells who did not take the letter, and in which words', () => {
    const recipient =
      'Final-Recipient: rfc822; full@fate.test\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 5.2.2 <full@fate.test>\r\n    Quota exceeded\r\n';
    expect(
      bounceOf(`${report}\r\n${recipient}\r\nFinal-Recipient: rfc822; b@x\r\nStatus: 5.1.1\r\n`),
    ).toEqual({
      reportedBy: 'localhost',
      recipient: 'full@fate.test',
      action: 'failed',
      status: '5.2.2',
      diagnostic: '552 5.2.2 <full@fate.test> Quota exceeded',
    });
  });

  test('without fields tells nothing', () => {
    expect(bounceOf('')).toEqual({});
    expect(bounceOf(report)).toEqual({ reportedBy: 'localhost' });
  });
});

describe('the token', () => {
  test('is found in any case, folded, and in quoted-printable', () => {
    const token = newToken();
    expect(token).toMatch(/^mp[0-9a-f]{20}$/);
    const halves = [token.slice(0, 9), token.slice(9)];
    for (const text of [`[SPAM] ${token.toUpperCase()}`, halves.join('=\r\n'), halves.join('\r\n ')])
      expect(holdsToken(text, token)).toBe(true);
    expect(holdsToken(newToken(), token)).toBe(false);
  });
});
