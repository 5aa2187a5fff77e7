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
