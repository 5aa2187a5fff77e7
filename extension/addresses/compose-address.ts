// The parser, which brings zod, is a file of its own: the popup does without.
import type { Id } from '../../shared/id.ts';

export const composeAddress = '#/letters/new';

/** A letter by this account. */
export function accountLetterAddress(accountId: Id): string {
  return `${composeAddress}?${new URLSearchParams({ account: accountId })}`;
}

/** A letter that shows whether this account sends: to the account's own address, and filled in. */
export function testLetterAddress(accountId: Id): string {
  return `${accountLetterAddress(accountId)}&test`;
}

/** A new letter with all that this one says, for another account or other recipients. */
export function likeLetterAddress(letterId: Id): string {
  return `${composeAddress}?${new URLSearchParams({ like: letterId })}`;
}
