import type { Id } from '../../shared/id.ts';
import { type LetterDirection, letterDirections } from '../../shared/letter.ts';
import { timeSorts } from '../../shared/record-query.ts';
import type { ListPlace } from './list-place.ts';

/** What the address after `#` says of letters: `#/letters/incoming?where=…&sort=…`, and one of them as `#/letters/<id>?list=incoming&…`. */
export interface LettersAddress extends ListPlace {
  /** The list, or the one that a letter was opened from. */
  readonly direction: LetterDirection;
  /** As it stands there, be it an id or not. */
  readonly record: string | undefined;
}

/** Reads any address; what it does not know counts as not said. */
export function parseLettersAddress(hash: string): LettersAddress {
  const [path = '', ...rest] = hash.replace(/^#/, '').split('?');
  const said = new URLSearchParams(rest.join('?'));
  const name = path.split('/')[2] || 'incoming';
  const listed = letterDirections.find((direction) => direction === name);
  const from = letterDirections.find((direction) => direction === said.get('list'));
  return {
    direction: listed ?? from ?? 'incoming',
    record: listed ? undefined : name,
    where: said.get('where') ?? '',
    sort: timeSorts.find((sort) => sort === said.get('sort')) ?? 'newest',
  };
}

/** The address of a list; what goes without saying leaves no trace in it. */
export function lettersAddress(direction: LetterDirection, { where, sort }: ListPlace): string {
  return withQuery(`#/letters/${direction}`, saidOf({ where, sort }));
}

/** The address of one letter's page, with the list it is one of. */
export function letterAddress(id: Id, direction: LetterDirection, place: ListPlace): string {
  return withQuery(`#/letters/${id}`, new URLSearchParams([['list', direction], ...saidOf(place)]));
}

function saidOf({ where, sort }: ListPlace): URLSearchParams {
  const said = new URLSearchParams();
  if (where) said.set('where', where);
  if (sort !== 'newest') said.set('sort', sort);
  return said;
}

function withQuery(path: string, said: URLSearchParams): string {
  return said.size === 0 ? path : `${path}?${said}`;
}
