// The parser, which brings zod, is a file of its own: the popup does without.
import type { Id } from '../../shared/id.ts';

export const listAddress = '#/accounts';
export const newAddress = '#/accounts/new';
export const importAddress = '#/accounts/import';

/** A new account that goes with this one. */
export function likeAddress(id: Id): string {
  return `${newAddress}?${new URLSearchParams({ like: id })}`;
}

export function recordAddress(id: Id): string {
  return `#/accounts/${id}`;
}

/** The record with the focus in its password. */
export function passwordAddress(id: Id): string {
  return `${recordAddress(id)}?field=password`;
}

/** Whether the address is one of {@link passwordAddress}. */
export function wantsPassword(hash: string): boolean {
  return hash.endsWith('?field=password');
}
