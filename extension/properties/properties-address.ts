import { type PropertyName, propertyNames } from '../../shared/properties.ts';

/** What the address after `#` says of this room: `#/properties?find=…`, `#/properties/<name>`. */
export type PropertiesAddress =
  | { view: 'list'; find: string }
  | { view: 'property'; name: PropertyName }
  | { view: 'unknown' };

/** Reads any address. */
export function parsePropertiesAddress(hash: string): PropertiesAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, room, text = ''] = path.split('/');
  if (room !== 'properties' || text === '')
    return { view: 'list', find: new URLSearchParams(query).get('find') ?? '' };
  const name = propertyNames.find((known) => known === text);
  return name ? { view: 'property', name } : { view: 'unknown' };
}

/** The address of the list, with what is searched. */
export function listAddress(find = ''): string {
  return find === '' ? '#/properties' : `#/properties?${new URLSearchParams({ find })}`;
}

/** The address of one property. */
export function propertyAddress(name: PropertyName): string {
  return `#/properties/${name}`;
}
