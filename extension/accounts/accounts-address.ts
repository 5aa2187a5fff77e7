import { Id } from '../../shared/id.ts';

/** What the address after `#` says of this room: `#/accounts`, `#/accounts/new`, `#/accounts/<id>`. */
export type AccountsAddress =
  | { view: 'list' }
  | { view: 'new' }
  | { view: 'record'; id: Id }
  | { view: 'unknown' };

/** Reads any address; what stands in the place of an id and is none is unknown. */
export function parseAccountsAddress(hash: string): AccountsAddress {
  const [, room, name = ''] = (hash.replace(/^#/, '').split('?', 1)[0] ?? '').split('/');
  if (room !== 'accounts' || name === '') return { view: 'list' };
  if (name === 'new') return { view: 'new' };
  const id = Id.safeParse(name);
  return id.success ? { view: 'record', id: id.data } : { view: 'unknown' };
}

export const listAddress = '#/accounts';
export const newAddress = '#/accounts/new';

export function recordAddress(id: Id): string {
  return `#/accounts/${id}`;
}

/** The Main Log's records of an account, or of one test. */
export function logAddress(of: { account: Id } | { test: Id }): string {
  return `#/log?${new URLSearchParams(of)}`;
}
