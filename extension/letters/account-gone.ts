import type { Letter } from '../../shared/letter.ts';
import { accounts } from '../state/accounts.ts';

/** Nothing can send this letter any more: its account is not there. Read while something is drawn. */
export function isAccountGone({ accountId, direction }: Pick<Letter, 'accountId' | 'direction'>): boolean {
  const known = accounts.value;
  return (
    direction === 'outgoing' && known !== undefined && !known.some(({ account }) => account.id === accountId)
  );
}

/** A letter that is still to be sent to somebody. */
export function isUnsent({ status, refused }: Pick<Letter, 'status' | 'refused'>): boolean {
  return status !== 'In Process' && (status !== 'Processed' || refused !== undefined);
}
