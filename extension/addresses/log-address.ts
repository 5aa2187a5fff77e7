import { Id } from '../../shared/id.ts';

/** Which records the list shows. */
export interface LogFilter {
  accountId?: Id;
  testId?: Id;
}

/** What the address after `#` says: `#/log?account=…&test=…`, or `#/log/<id>` for one record. */
export interface LogAddress {
  /** As it stands there, be it an id or not. */
  record: string | undefined;
  filter: LogFilter;
}

/** Reads any address; what is no id counts as not said. */
export function parseLogAddress(hash: string): LogAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const said = new URLSearchParams(query);
  const accountId = Id.safeParse(said.get('account')).data;
  const testId = Id.safeParse(said.get('test')).data;
  return {
    record: path.split('/')[2] || undefined,
    filter: { ...(accountId ? { accountId } : {}), ...(testId ? { testId } : {}) },
  };
}

/** The address of the list under a filter. */
export function logAddress({ accountId, testId }: LogFilter): string {
  const said = new URLSearchParams();
  if (accountId) said.set('account', accountId);
  if (testId) said.set('test', testId);
  const query = said.toString();
  return query ? `#/log?${query}` : '#/log';
}

/** The address of one record's page. */
export function recordAddress(id: Id): string {
  return `#/log/${id}`;
}
