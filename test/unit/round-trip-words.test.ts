import { describe, expect, test } from 'vitest';
import type { Account } from '../../shared/account.ts';
import { type RoundTripEnd, roundTripFates } from '../../shared/round-trip.ts';
import { teller as english } from '../../shared/round-trip-words.ts';
import { returnAccount, returnAddress } from '../../shared/round-trip-words/return-mailbox.ts';
import { teller as russian } from '../../shared/round-trip-words/teller-in-russian.ts';
import { cyrillic } from '../russian.ts';

const context = { recipient: 'ada@acme.example', receivingType: 'imap' };
const arrival = { folder: 'INBOX', junk: false, ms: 2_400, hops: [] };
const endOf = (end: Partial<RoundTripEnd>): RoundTripEnd => ({
  type: 'finished',
  fate: 'arrived',
  ms: 3_000,
  copies: end.fate === undefined || end.fate === 'arrived' ? 1 : 0,
  ...(end.fate === undefined || end.fate === 'arrived' ? { arrival } : {}),
  ...end,
});
const told = (end: Partial<RoundTripEnd>, type = 'imap') =>
  english.end(endOf(end), { ...context, receivingType: type });

describe.each(roundTripFates)('%s', (fate) => {
  test('says why and what to do, in English and in Russian', () => {
    for (const teller of [english, russian]) {
      const { tone, title, why, steps } = teller.end(endOf({ fate }), context);
      expect(title).not.toBe('');
      expect(why.length).toBeGreaterThan(0);
      expect(tone).toBe(fate === 'arrived' ? 'good' : 'bad');
      if (fate !== 'arrived') expect(steps.length).toBeGreaterThan(0);
      if (teller === russian) for (const text of [title, ...why, ...steps]) expect(text).toMatch(cyrillic);
    }
  });
});

test('what arrived and is not right is no success: in junk, twice, with something wrong', () => {
  const judgement = {
    by: 'mx.acme.example',
    results: [{ method: 'dmarc', result: 'fail', properties: [] }],
    notBelieved: 0,
  };
  expect(told({ arrival: { ...arrival, folder: 'Spam', junk: true } })).toMatchObject({
    tone: 'caution',
    title: 'It arrived in Spam, among the junk, after 2.4 s',
  });
  expect(told({ copies: 2 })).toMatchObject({ tone: 'caution', title: expect.stringContaining('2 times') });
  const judged = told({ arrival: { ...arrival, judgement } });
  expect(judged.tone).toBe('caution');
  expect(judged.why.join()).toContain('DMARC (fail)');
});

test('a report says why by its code', () => {
  const why = (status: string) => told({ fate: 'returned', bounce: { status } }).why.at(-1);
  expect(why('5.1.1')).toBe('By the report there is no such mailbox.');
  expect(why('5.2.2')).toBe('By the report the mailbox is full.');
  expect(why('5.7.1')).toBe('By the report the receiving server does not want it.');
});

test('what has not come says how far it got, and where it may be', () => {
  const lost = told({ fate: 'not_seen', queueId: '4Xy7', bounce: { action: 'delayed' } }, 'pop3');
  expect(lost.why.join(' ')).toMatch(/accepted it, and calls it 4Xy7\..* still trying/);
  expect(lost.steps.join(' ')).toMatch(/POP3 shows the inbox alone.*what became of 4Xy7/);
});

test('what has not come may have come back, to a mailbox that nobody watched', () => {
  const reportsTo = `bob\u202e@acme.example`;
  for (const fate of ['not_seen', 'unknown'] as const) {
    const steps = (more: object) => english.end(endOf({ fate }), { ...context, ...more }).steps.join('\n');
    expect(steps({ reportsTo })).toMatch(
      /^Look into the mailbox of bob\\u\{?202e\}?@acme\.example: a report/m,
    );
    expect(steps({})).not.toContain('report');
  }
});

test('reports go to the address in From, whose account is known by its user name', () => {
  const account = (type: 'smtp' | 'imap', username: string, from?: string) =>
    ({ id: username, active: true, connection: { type, username, ...(from && { from }) } }) as Account;
  const sender = account('smtp', 'login', 'Bob <Bob@Acme.example>');
  const own = account('imap', 'bob@acme.example');
  const other = account('imap', 'ada@acme.example');
  const address = returnAddress(sender, other);
  expect(address).toBe('Bob@Acme.example');
  expect(returnAddress(sender, own)).toBeUndefined();
  expect(returnAccount(address, [sender, other, own])).toBe(own);
  expect(returnAccount(address, [other, { ...own, active: false }])).toBeUndefined();
});

test('what has not come names the folders that were searched, and no others', () => {
  const why = (searched?: string[]) => told({ fate: 'unknown', ...(searched && { searched }) }).why.at(-1);
  expect(why()).not.toContain('folder');
  expect(why(['INBOX', 'Spam'])).toBe('It was not in INBOX, Spam.');
  const many = Array.from({ length: 12 }, (_, at) => `F${at}`);
  expect(why(many)).toMatch(/F9, nor in 2 other folders that were searched\.$/);
});

test('a trip that was broken off says whether a letter is on its way', () => {
  const why = (sent: boolean, accepted?: { queueId?: string }, folder?: string) =>
    english.broken({ how: 'cancelled', sent, accepted, folder }).why.join();
  expect(why(false)).toBe('No letter had been sent.');
  expect(why(true)).toContain('its record says what became of it');
  expect(why(true, { queueId: 'Q1' })).toContain('calls it Q1: it may still arrive');
  expect(why(true, {}, 'INBOX')).toBe('It had arrived in INBOX.');
});

test('a trip whose page went away says how to find out', () => {
  const steps = (sent: boolean, folder?: string) =>
    english.broken({ how: 'left', sent, accepted: {}, folder }).steps;
  expect(steps(true).join()).toContain('Fetch the letters of the receiving account');
  expect(steps(true, 'INBOX')).toEqual([]);
  expect(steps(false)).toEqual([]);
});

test('what servers wrote is shown as text', () => {
  const bidi = '\u202e';
  const { name, from } = english.hop({ by: `mx${bidi}`, from: `a${bidi}`, protocol: bidi });
  const { by, results } = english.judgement({
    by: bidi,
    results: [{ method: bidi, result: bidi, properties: [{ name: 'a', value: bidi }] }],
    notBelieved: 0,
  });
  const end = told({ arrival: { ...arrival, folder: bidi } });
  expect(JSON.stringify([name, from, by, results, end])).not.toContain(bidi);
});

test('a hop of three seconds is slow, one with a wrong clock is not', () => {
  expect(english.hop({ by: 'mx', delayMs: 3_000 })).toMatchObject({ slow: true, delay: '+3 s' });
  expect(english.hop({ by: 'mx', delayMs: 2_000 }).slow).toBe(false);
  expect(english.hop({ by: 'mx', clockOffMs: -60_000 })).toMatchObject({
    slow: false,
    clock: 'its clock is 60 s slow',
  });
});
