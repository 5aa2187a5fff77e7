// The parser, which brings zod, is a file of its own: the popup does without.
import type { Id } from '../../shared/id.ts';

export const listAddress = '#/accounts';
export const newAddress = '#/accounts/new';
export const importAddress = '#/accounts/import';

/** A new account that goes with this one. */
export function likeAddress(id: Id): string {
  return `${newAddress}?like=${id}`;
}

export function recordAddress(id: Id): string {
  return `#/accounts/${id}`;
}

/** The record with the focus in its password. */
export function passwordAddress(id: Id): string {
  return `${recordAddress(id)}?field=password`;
}

/** The record with the focus in its name, such as one that was just made of another. */
export function nameAddress(id: Id): string {
  return `${recordAddress(id)}?field=name`;
}

/** The field that {@link passwordAddress} and {@link nameAddress} ask for; other addresses ask for none. */
export function wantedField(hash: string): 'password' | 'name' | undefined {
  if (hash.endsWith('?field=password')) return 'password';
  return hash.endsWith('?field=name') ? 'name' : undefined;
}
