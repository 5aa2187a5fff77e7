import type { Letter } from '../../shared/letter.ts';
import { accounts } from '../state/accounts.ts';

/** No account has this id, as far as that is known. Read while something is drawn. */
export function isDeleted(accountId: Letter['accountId']): boolean {
  const known = accounts.value;
  return known !== undefined && !known.some(({ account }) => account.id === accountId);
}

/** Nothing can send this letter any more: its account is not there. Read while something is drawn. */
export function isAccountGone({ accountId, direction }: Pick<Letter, 'accountId' | 'direction'>): boolean {
  return direction === 'outgoing' && isDeleted(accountId);
}

/** A letter that is still to be sent to somebody. */
export function isUnsent({ status, refused }: Pick<Letter, 'status' | 'refused'>): boolean {
  return status === 'Processed' ? refused !== undefined : /^(?:Ready|Failed|Unknown)$/.test(status);
}
