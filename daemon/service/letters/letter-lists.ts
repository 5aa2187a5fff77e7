import type { LetterDirection } from '../../../shared/letter.ts';
import type { RouteBody, RouteLine, RouteReply } from '../../../shared/routes.ts';
import type { Store } from '../../store/store.ts';
import { recordList } from '../record-list.ts';
import type { ServiceLog } from '../refusing-store.ts';

/** The letters of either direction, read as lists. */
export interface LetterLists {
  query(request: RouteBody<'lettersQuery'>): Promise<RouteReply<'lettersQuery'>>;
  count(request: RouteBody<'lettersCount'>): Promise<RouteReply<'lettersCount'>>;
  export(
    request: RouteBody<'lettersExport'>,
    signal: AbortSignal,
  ): AsyncGenerator<RouteLine<'lettersExport'>, void>;
}

export function letterLists(reader: Store['reader'], failed: ServiceLog | undefined): LetterLists {
  const of = (direction: LetterDirection) =>
    recordList({ reader: reader[direction], failed, list: `${direction} letters` });
  const lists = { incoming: of('incoming'), outgoing: of('outgoing') };
  const exported = {
    // Nothing was delivered of what came in.
    incoming: lists.incoming,
    outgoing: recordList({ reader: reader.exportedOutgoing, failed, list: 'outgoing letters' }),
  };
  return {
    query: ({ direction, ...asked }) => lists[direction].query(asked),
    count: ({ direction, ...asked }) => lists[direction].count(asked),
    export: ({ direction, ...asked }, signal) => exported[direction].export(asked, signal),
  };
}
