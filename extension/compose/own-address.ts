import type { Account } from '../../shared/account.ts';
import { senderAddress } from '../../shared/sender-address.ts';

/** The bare address that an SMTP account sends from; empty where From holds none. */
export function ownAddress({ connection: { from = '' } }: Account): string {
  const sender = senderAddress(from);
  return sender ? `${sender.local}@${sender.domain}` : '';
}
