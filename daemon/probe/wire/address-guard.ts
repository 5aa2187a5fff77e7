import { BlockList, isIPv6 } from 'node:net';
import { mailPorts } from '../../../shared/unusual-address.ts';
import { KnownFailure } from '../known-failure.ts';

/** Addresses that are no mail server's: this network, link-local (cloud metadata), multicast, broadcast. */
const forbidden = new BlockList();
forbidden.addSubnet('0.0.0.0', 8);
forbidden.addSubnet('169.254.0.0', 16);
forbidden.addSubnet('224.0.0.0', 4);
forbidden.addAddress('255.255.255.255');
forbidden.addAddress('::', 'ipv6');
forbidden.addSubnet('fe80::', 10, 'ipv6');
forbidden.addSubnet('ff00::', 8, 'ipv6');

// The same IPv4 addresses in IPv6's clothes: NAT64 (RFC 6052), 6to4 (RFC 3056), translated (RFC 2765), compatible (RFC 4291).
forbidden.addSubnet('64:ff9b:1::', 48, 'ipv6');
for (const [prefix, head, length] of [
  ['64:ff9b::', 'a9fe:0', 112],
  ['64:ff9b::', '7f00:0', 104],
  ['::ffff:0:', 'a9fe:0', 112],
  ['::ffff:0:', '7f00:0', 104],
  ['::', 'a9fe:0', 112],
  ['::', '7f00:0', 104],
] as const) {
  forbidden.addSubnet(`${prefix}${head}`, length, 'ipv6');
}
forbidden.addSubnet('2002:a9fe::', 32, 'ipv6');
forbidden.addSubnet('2002:7f00::', 24, 'ipv6');
// The metadata service of a cloud, on an address that looks private.
forbidden.addAddress('fd00:ec2::254', 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/**
 * Keeps the addresses that may be dialled. Throws `address_refused` when none is left, or when the
 * person has not confirmed loopback or a port that is not a mail port.
 */
export function permitAddresses(addresses: string[], port: number, confirmed: boolean): string[] {
  const permitted = addresses.filter((address) => !within(forbidden, address));
  if (permitted.length === 0) {
    throw new KnownFailure(
      'address_refused',
      `${addresses.join(', ')} is an address of this network's own plumbing, never a mail server's.`,
    );
  }
  if (confirmed) return permitted;
  if (!mailPorts.has(port)) {
    throw new KnownFailure('address_refused', `Port ${port} is not a usual mail port and was not confirmed.`);
  }
  const remote = permitted.filter((address) => !within(loopback, address));
  if (remote.length === 0) {
    throw new KnownFailure(
      'address_refused',
      `${permitted.join(', ')} is this computer itself and was not confirmed.`,
    );
  }
  return remote;
}

/** IPv4-mapped IPv6 addresses are checked as IPv4 by BlockList itself. */
function within(list: BlockList, address: string): boolean {
  const zoneless = address.split('%')[0] ?? address;
  return list.check(zoneless, isIPv6(zoneless) ? 'ipv6' : 'ipv4');
}
