import type { Account } from '../../../../shared/account.ts';
import { hostOf } from '../../../../shared/endpoint-binding.ts';

/** By whose numbers an account's letters are known: another port or security leads to the same mailbox. */
export function endpointOf({ connection: { type, server, username } }: Account): string {
  return JSON.stringify([type, hostOf(server), username]);
}
