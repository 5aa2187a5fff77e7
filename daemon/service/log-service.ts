import { SaidRefused } from './refuse.ts';
import type { Id } from '../../shared/id.ts';
import type { RouteBody, RouteReply } from '../../shared/routes.ts';
import type { RemoteTables } from '../store/store-port.ts';
import { texts } from './texts.ts';

export interface LogService {
  /** Newest first. A test is one account's: with both ids the test decides. */
  page(request: RouteBody<'logPage'>): Promise<RouteReply<'logPage'>>;
  get(id: Id): Promise<RouteReply<'logGet'>>;
}

/** The Main Log, read. */
export function logService({ log }: RemoteTables): LogService {
  return {
    async page({ before, limit, accountId, testId }) {
      const only = testId ? { testId } : accountId && { accountId };
      return { records: await log.page({ before, limit, only: only || undefined }) };
    },
    async get(id) {
      const record = await log.get(id);
      if (record) return { record };
      throw new SaidRefused({ kind: 'not_found', message: texts.recordGone });
    },
  };
}
