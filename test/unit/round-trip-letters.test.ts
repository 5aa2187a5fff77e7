import { describe, expect, test } from 'vitest';
import { listedFolder } from '../../daemon/probe/imap-folder.ts';
import { seenLetter } from '../../daemon/service/letters/round-trip/seen-letter.ts';
import { teller as inRussian } from '../../shared/round-trip-words/teller-in-russian.ts';
import { endOfTrip, type TripState } from '../../daemon/service/letters/round-trip/trip-state.ts';

const token = 'mp0123456789abcdef0123';
const own = `From: a@x.test\r\nSubject: Mailprobe round trip ${token}\r\nMessage-ID: <${token}@x.test>\r\n`;
const asItIs = (text: string): string => text;
const kindOf = (raw: string) => seenLetter(raw, token, asItIs)?.kind;

describe('a letter in the mailbox is', () => {
  test('ours by its Message-ID, or by its Subject with words in front of it', () => {
    expect(kindOf(`${own}\r\n`)).toBe('letter');
    expect(kindOf(`Message-ID: <${token.toUpperCase()}@x.test>\r\nSubject: [SPAM]\r\n\r\n`)).toBe('letter');
    expect(kindOf(`Message-ID: <new@ses.test>\r\nSubject: [EXTERNAL] ${token}\r\n\r\n`)).toBe('letter');
  });

  test('not ours where it answers, quotes, or is of somebody else', () => {
    expect(kindOf(`Subject: Re: ${token}\r\nIn-Reply-To: <${token}@x.test>\r\n\r\n`)).toBeUndefined();
    expect(kindOf(`Subject: Away: ${token}\r\nAuto-Submitted: auto-replied\r\n\r\n`)).toBeUndefined();
    expect(kindOf(`Subject: What is this?\r\n\r\n> ${token}`)).toBeUndefined();
    expect(kindOf('Subject: Hello\r\n\r\n')).toBeUndefined();
  });

  test('a report, also where its parts are all that says so', () => {
    const part = `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; b@x.test\r\nStatus: 5.1.1\r\n\r\n--b\r\n\r\n${own}`;
    const bounce = { reportedBy: 'mx.test', recipient: 'b@x.test', status: '5.1.1' };
    const proper = `Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${part}`;
    expect(seenLetter(proper, token, asItIs)).toEqual({ kind: 'report', bounce });
    const plain = `Return-Path: <>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part}`;
    expect(seenLetter(plain, token, asItIs)).toEqual({ kind: 'report', bounce });
  });
});

describe('what comes beside it is no reason to give up', () => {
  const report = (kind: string, action: string) =>
    `Content-Type: multipart/report; report-type=${kind}; boundary=b\r\nAuto-Submitted: auto-replied\r\n\r\n--b\r\nContent-Type: message/${kind}\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; b@x.test\r\nAction: ${action}\r\n\r\n--b\r\n\r\n${own}`;

  test.each(['delivered', 'relayed', 'Expanded'])('a report that it was %s', (action) => {
    expect(kindOf(report('delivery-status', action))).toBeUndefined();
  });

  test('a receipt that it was read', () => {
    expect(kindOf(report('disposition-notification', 'failed'))).toBeUndefined();
  });

  test.each(['failed', 'delayed'])('but a report that it %s counts', (action) => {
    expect(kindOf(report('delivery-status', action))).toBe('report');
  });
});

describe('the fate', () => {
  const sent = (
    change: Partial<NonNullable<TripState['sentOnce']>['sent']>,
    reachedLetter = true,
  ): TripState => ({
    arrivals: [],
    searched: new Set(),
    cleaned: [],
    sentOnce: {
      letterId: '157425284611357796',
      reachedLetter,
      sent: { outcome: 'taken', deliveries: [{ address: 'b@x.test', outcome: 'waiting' }], ...change },
    },
  });
  const fateOf = (state: TripState) => endOfTrip(state, 5).fate;

  test('of what was not taken is how it was refused', () => {
    expect(fateOf(sent({ outcome: 'refused' }, false))).toBe('not_sent');
    expect(fateOf(sent({ outcome: 'refused' }))).toBe('deferred');
    const deliveries = [{ address: 'b@x.test', outcome: 'refused' as const }];
    expect(fateOf(sent({ outcome: 'refused', deliveries }))).toBe('refused');
    expect(fateOf({ arrivals: [], searched: new Set(), cleaned: [] })).toBe('not_watched');
  });

  test('of what was taken is decided by what came: a letter before a report, a delay is no end', () => {
    expect(fateOf(sent({}))).toBe('not_seen');
    expect(fateOf(sent({ outcome: 'unknown' }))).toBe('unknown');
    expect(fateOf({ ...sent({}), bounce: { action: 'failed' } })).toBe('returned');
    expect(fateOf({ ...sent({}), bounce: { action: 'delayed' } })).toBe('not_seen');
    const arrivals = [{ folder: 'INBOX', junk: false, ms: 1, hops: [] }];
    expect(fateOf({ ...sent({}), bounce: { action: 'failed' }, arrivals })).toBe('arrived');
  });
});

describe('a folder', () => {
  const folder = (path: string, ...flags: string[]) =>
    listedFolder([flags.map((value) => ({ value })), { value: '.' }, { value: path }]);

  test('is for junk by what the server says, or by its name', () => {
    expect(folder('Werbung', '\\HasNoChildren', '\\Junk')).toMatchObject({ junk: true });
    expect(folder('INBOX.Spam')).toMatchObject({ junk: true });
    expect(folder('INBOX.Spam tests')).toMatchObject({ junk: false });
  });

  test('is for what one sends or writes oneself by what the server says, or by its name', () => {
    expect(folder('Gesendet', '\\HasNoChildren', '\\Sent')).toMatchObject({ own: true });
    expect(folder('[Gmail].All Mail', '\\All')).toMatchObject({ own: true });
    expect(folder('INBOX.Sent Items')).toMatchObject({ own: true });
    expect(folder('INBOX.Sent by Ada')).toMatchObject({ own: false });
  });

  test('goes back to the server as it came, and is shown as people know it', () => {
    expect(folder('&BCEEPwQwBDw-')).toEqual({
      path: '&BCEEPwQwBDw-',
      name: 'Спам',
      junk: true,
      own: false,
    });
    expect(folder('R&-D')).toMatchObject({ name: 'R&D' });
    expect(folder('Broken &BCE')).toMatchObject({ name: 'Broken &BCE' });
  });

  test('that cannot be opened is none', () => {
    expect(folder('[Gmail]', '\\NoSelect')).toBeUndefined();
    expect(listedFolder(undefined)).toBeUndefined();
  });
});

test('headers that are not believed are counted in Russian as one says it', () => {
  const notes = (notBelieved: number) =>
    inRussian.judgement({ by: '', results: [], notBelieved }).notes.at(-1);
  const why = 'с такими результатами могли написать посторонние, поэтому в счёт';
  expect(notes(1)).toBe(`1 заголовок ${why} он не идёт.`);
  expect(notes(3)).toBe(`3 заголовка ${why} они не идут.`);
  expect(notes(5)).toBe(`5 заголовков ${why} они не идут.`);
});
