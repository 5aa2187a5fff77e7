import { Id } from '../../shared/id.ts';
import type { LogGrouping } from '../../shared/log-query.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import type { ListPlace } from './list-place.ts';

/** How the records are shown: one by one, as the exchange of one test, or how many there are of each. */
export type LogView = 'list' | 'conversation' | LogGrouping;

/** Which records are shown and how: `#/log?where=source+is+"IMAP+Auth"&sort=oldest`. */
export interface LogPlace extends ListPlace {
  readonly view: LogView;
}

/** What the address after `#` says; `#/log/<id>?…` is one record of the list. */
export interface LogAddress extends LogPlace {
  /** As it stands there, be it an id or not. */
  readonly record: string | undefined;
}

const sorts = ['newest', 'oldest', 'highest', 'lowest'] as const satisfies RecordSort[];
const views = {
  list: '',
  conversation: 'conversation',
  source: 'source',
  level: 'level',
  accountId: 'account',
  testId: 'test',
} as const satisfies Record<LogView, string>;

/** Reads any address; what it does not know counts as not said. */
export function parseLogAddress(hash: string): LogAddress {
  const [path = '', ...rest] = hash.replace(/^#/, '').split('?');
  const said = new URLSearchParams(rest.join('?'));
  const viewSaid = said.get('view') ?? '';
  const [view] = Object.entries(views).find(([, name]) => name === viewSaid) ?? [];
  return {
    record: path.split('/')[2] || undefined,
    where: said.get('where') ?? olderWhere(said),
    sort: sorts.find((sort) => sort === said.get('sort')) ?? 'newest',
    view: (view as LogView | undefined) ?? 'list',
  };
}

/** Of addresses such as `#/log?account=…&test=…`, which stand in bookmarks and in the popup. */
function olderWhere(said: URLSearchParams): string {
  return whereOf({
    accountId: Id.safeParse(said.get('account')).data,
    testId: Id.safeParse(said.get('test')).data,
  });
}

interface Whose {
  accountId?: Id | undefined;
  testId?: Id | undefined;
}

function whereOf({ accountId, testId }: Whose): string {
  const parts = [accountId && `account is ${accountId}`, testId && `test is ${testId}`];
  return parts.filter((part) => part).join(' and ');
}

/** The address of the records of an account or a test. */
export function logAddress(whose: Whose): string {
  return placeAddress({ where: whereOf(whose), sort: 'newest', view: 'list' });
}

/** The address of the list; what goes without saying leaves no trace in it. */
export function placeAddress(place: LogPlace): string {
  return `#/log${queryOf(place)}`;
}

/** The address of one record's page; with the list it is one of. */
export function recordAddress(id: Id, place: LogPlace): string {
  return `#/log/${id}${queryOf(place)}`;
}

function queryOf({ where, sort, view }: LogPlace): string {
  const said = new URLSearchParams();
  if (where) said.set('where', where);
  if (sort !== 'newest') said.set('sort', sort);
  if (view !== 'list') said.set('view', views[view]);
  const query = said.toString();
  return query ? `?${query}` : '';
}
