import type { Id } from '../../shared/id.ts';

/** The record with the focus in its password. Apart from the other addresses, which come with zod: the popup does without. */
export function passwordAddress(id: Id): string {
  return `#/accounts/${id}${query}`;
}

/** Whether the address is one of {@link passwordAddress}. */
export function wantsPassword(hash: string): boolean {
  return hash.endsWith(query);
}

const query = '?field=password';
