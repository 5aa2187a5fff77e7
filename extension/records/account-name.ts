import type { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accounts } from '../state/accounts.ts';

/** The name of an account; its id where it is gone or not loaded yet. */
export function accountName(accountId: Id): string {
  const found = accounts.value?.find(({ account }) => account.id === accountId);
  return found ? visibleText(found.account.name, 128) : accountId;
}
