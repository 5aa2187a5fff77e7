import { type PropertyName, propertyNames } from '../../shared/properties.ts';
import type { PropertySort } from './property-groups.ts';

/** What of the list is shown, and in which order. */
export interface ListView {
  find: string;
  sort?: PropertySort;
}

/** What the address after `#` says of this room: `#/properties?find=…&sort=name`, `#/properties/<name>`. */
export type PropertiesAddress =
  | ({ view: 'list' } & ListView)
  | { view: 'property'; name: PropertyName }
  | { view: 'unknown' };

/** Reads any address; what it does not know counts as not said. */
export function parsePropertiesAddress(hash: string): PropertiesAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, room, text = ''] = path.split('/');
  if (room !== 'properties' || text === '') {
    const said = new URLSearchParams(query);
    const sort = sorts.find((known) => known === said.get('sort'));
    return { view: 'list', find: said.get('find') ?? '', ...(sort ? { sort } : {}) };
  }
  const name = propertyNames.find((known) => known === text);
  return name ? { view: 'property', name } : { view: 'unknown' };
}

/** The address of the list; what is not said leaves no trace in it. */
export function listAddress({ find, sort }: ListView): string {
  const said = new URLSearchParams();
  if (find) said.set('find', find);
  if (sort) said.set('sort', sort);
  return said.size === 0 ? '#/properties' : `#/properties?${said}`;
}

/** The address of one property. */
export function propertyAddress(name: PropertyName): string {
  return `#/properties/${name}`;
}

const sorts = ['name', '-name'] as const;
