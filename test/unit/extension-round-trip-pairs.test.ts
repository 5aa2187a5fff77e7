import { expect, test } from 'vitest';
import { chosenPair, receiversOf, sendersOf } from '../../extension/round-trip/pairs.ts';
import type { Account, AccountType } from '../../shared/account.ts';
import { parseRoundTripAddress, roundTripAddress } from '../../extension/addresses/round-trip-address.ts';
import { imapConnection } from '../store/examples.ts';

const account = (id: string, type: AccountType, server: string, active = true): Account =>
  ({
    id: id.padEnd(18, '0'),
    name: id,
    active,
    connection: { ...imapConnection, type, server, username: `${id}@example.com` },
  }) as Account;

const smtpA = account('1', 'smtp', 'smtp.acme.co.uk');
const smtpB = account('2', 'smtp', 'out.beta.example');
const imapA = account('3', 'imap', 'imap.acme.co.uk');
const popB = account('4', 'pop3', 'pop.beta.example');
const other = account('5', 'imap', 'imap.other.co.uk');
const asleep = account('6', 'imap', 'imap2.acme.co.uk', false);
const all = [other, popB, imapA, smtpB, smtpA, asleep];
const nobody = { send: undefined, receive: undefined };
const pairOf = (
  wanted: { from?: Account; to?: Account },
  defaults: { send?: Account; receive?: Account } = {},
) => {
  const { from, to } = chosenPair(
    all,
    { from: wanted.from?.id, to: wanted.to?.id },
    { send: defaults.send?.id, receive: defaults.receive?.id },
  );
  return [from?.name, to?.name];
};

test('mailboxes at the provider of the sender come first; what is not active is not offered', () => {
  expect(sendersOf(all)).toEqual([smtpA, smtpB]);
  expect(receiversOf(all, smtpA)).toEqual({ near: [imapA], far: [popB, other] });
  expect(receiversOf(all, smtpB)).toEqual({ near: [popB], far: [imapA, other] });
});

test('the default accounts are chosen, unless the address names others', () => {
  expect(pairOf({}, { send: smtpB, receive: other })).toEqual(['2', '5']);
  expect(pairOf({ from: smtpA }, { send: smtpB, receive: other })).toEqual(['1', '3']);
  expect(pairOf({ to: popB }, { send: smtpA, receive: other })).toEqual(['2', '4']);
  expect(pairOf({ from: smtpA, to: popB }, { send: smtpB })).toEqual(['1', '4']);
});

test('without defaults a pair that fits together; without a pair what there is', () => {
  expect(pairOf({})).toEqual(['1', '3']);
  expect(chosenPair([other], { from: undefined, to: undefined }, nobody).from).toBeUndefined();
  expect(chosenPair([smtpA], { from: undefined, to: undefined }, nobody).to).toBeUndefined();
});

test('an address says both accounts, and comes back; what is no id is not said', () => {
  const address = roundTripAddress({ from: smtpA.id, to: popB.id });
  expect(parseRoundTripAddress(address)).toEqual({ from: smtpA.id, to: popB.id });
  expect(roundTripAddress({})).toBe('#/letters/round-trip');
  expect(parseRoundTripAddress('#/letters/round-trip?from=x&to=1')).toEqual({});
});
