import { expect, it } from 'vitest';
import { permitAddresses } from '../../daemon/probe/wire/address-guard.ts';

const refused = expect.objectContaining({ kind: 'address_refused' });

it.each([
  '0.0.0.0',
  '0.1.2.3',
  '169.254.169.254',
  '224.0.0.1',
  '239.255.255.250',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '::ffff:169.254.169.254',
  '::ffff:0.0.0.0',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:a9fe:a9fe::1',
  '2002:7f00:1::',
  '::169.254.169.254',
  '::127.0.0.1',
  '::ffff:0:169.254.169.254',
  'fd00:ec2::254',
])('%s is never dialled, confirmed or not', (address) => {
  expect(() => permitAddresses([address], 993, false)).toThrow(refused);
  expect(() => permitAddresses([address], 993, true)).toThrow(refused);
});

it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('%s needs to be confirmed', (address) => {
  expect(() => permitAddresses([address], 993, false)).toThrow(refused);
  expect(permitAddresses([address], 993, true)).toEqual([address]);
});

it('asks for a confirmation of ports that are not for mail', () => {
  expect(() => permitAddresses(['192.0.2.1'], 22, false)).toThrow(refused);
  expect(permitAddresses(['192.0.2.1'], 22, true)).toEqual(['192.0.2.1']);
});

it('dials a mail server behind NAT64', () => {
  expect(permitAddresses(['64:ff9b::c000:201'], 993, false)).toHaveLength(1);
});

it('dials a company server on its private address', () => {
  expect(permitAddresses(['10.1.2.3', '192.168.0.5', 'fd00::5'], 993, false)).toHaveLength(3);
});

it('leaves out what is forbidden among good addresses', () => {
  expect(permitAddresses(['169.254.1.1', '192.0.2.1', '127.0.0.1'], 993, false)).toEqual(['192.0.2.1']);
});
