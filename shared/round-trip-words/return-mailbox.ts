import type { Account } from '../account.ts';
import { senderAddress } from '../sender-address.ts';

/** Where a report goes that a letter of `from` came back; undefined where the trip watches that mailbox itself. */
export function returnAddress(from: Account, watched: Account): string | undefined {
  const sender = senderAddress(from.connection.from ?? '');
  const address = sender && `${sender.local}@${sender.domain}`;
  return address === undefined || reads(watched, address) ? undefined : address;
}

/** The active account that reads that mailbox, as far as its user name tells. */
export function returnAccount(
  address: string | undefined,
  accounts: readonly Account[],
): Account | undefined {
  return address === undefined
    ? undefined
    : accounts.find((each) => each.active && each.connection.type !== 'smtp' && reads(each, address));
}

function reads({ connection }: Account, address: string): boolean {
  return connection.username.toLowerCase() === address.toLowerCase();
}
