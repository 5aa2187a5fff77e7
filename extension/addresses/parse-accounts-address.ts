import { Id } from '../../shared/id.ts';

/** What the address after `#` says of this room: `#/accounts`, `#/accounts/new`, also with `?like=<id>`, `#/accounts/<id>`, `#/accounts/import`. */
export type AccountsAddress =
  | { view: 'list' }
  | { view: 'new'; like?: Id }
  | { view: 'import' }
  | { view: 'record'; id: Id }
  | { view: 'unknown' };

/** Reads any address; what stands in the place of an id and is none is unknown. */
export function parseAccountsAddress(hash: string): AccountsAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, room, name = ''] = path.split('/');
  if (room !== 'accounts' || name === '') return { view: 'list' };
  if (name === 'new') {
    const like = new URLSearchParams(query).get('like');
    if (like === null) return { view: 'new' };
    const id = Id.safeParse(like);
    return id.success ? { view: 'new', like: id.data } : { view: 'unknown' };
  }
  if (name === 'import') return { view: 'import' };
  const id = Id.safeParse(name);
  return id.success ? { view: 'record', id: id.data } : { view: 'unknown' };
}
