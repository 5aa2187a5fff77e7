import type { Language } from '../../../../shared/language.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RouteBody, RouteLine } from '../../../../shared/routes.ts';
import type { Person } from '../../../store/person.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { LogWriter } from '../../main-log.ts';
import { accountStreams } from '../account-streams.ts';
import type { FetchAsked, FetchEnd } from './fetch-end.ts';
import type { ReadSource } from './read-source.ts';
import { receivingAccount } from './receiving-account.ts';
import { sayFetched, sayUnfinished } from './said-of-fetch.ts';

export interface IncomingService {
  /** Fetches what is new, to its end, or until nobody listens. Throws `Refused` at the first line where nothing can be fetched. */
  fetch(
    asked: RouteBody<'lettersFetch'>,
    language: Language,
    signal: AbortSignal,
  ): AsyncGenerator<RouteLine<'lettersFetch'>, void>;
  /** The letter as its server has it. Throws `Refused` at the first line where it cannot be had. */
  source(
    asked: { id: Id },
    language: Language,
    signal: AbortSignal,
  ): AsyncGenerator<RouteLine<'lettersSource'>, void>;
  /** Ends what is under way, of these accounts or of all. */
  cancel(accountIds?: readonly Id[]): Promise<void>;
}

interface Options {
  store: RemoteTables;
  person: Person;
  log: LogWriter;
  fetch: (asked: FetchAsked) => Promise<FetchEnd>;
  readSource: ReadSource;
}

/** What people do with incoming letters. */
export function incomingService({ store, person, log, fetch, readSource }: Options): IncomingService {
  const streams = accountStreams();

  async function fetchAndTell(
    asked: Omit<FetchAsked, 'account' | 'who' | 'progress'>,
    give: (line: RouteLine<'lettersFetch'>) => Promise<void>,
  ): Promise<void> {
    const { accountId, older } = asked;
    const end = await fetch({
      ...asked,
      account: async () => (await receivingAccount(store, accountId)).account,
      who: person,
      progress: (now) => give({ type: 'progress', ...now }),
    });
    await sayFetched(log, end, { older: older !== undefined, asked: true });
    await sayUnfinished(log, end);
    await log.flush();
    if (end.broken) throw end.broken.reason;
    const { letters, ignored, left, failed } = end;
    await give({ type: 'finished', letters, ignored, left, ...failed });
  }

  return {
    async *fetch({ accountId: named, older }, language, signal) {
      const { account, byDefault } = await receivingAccount(store, named);
      const accountId = account.id;
      yield { type: 'begun', accountId, byDefault };
      yield* streams.lines<RouteLine<'lettersFetch'>>({
        accountIds: [accountId],
        language,
        signal,
        run: (give, until) => fetchAndTell({ accountId, byDefault, older, signal: until }, give),
      });
    },

    async *source({ id }, language, signal) {
      const { accountId, read } = await readSource(id);
      const work = { accountIds: [accountId], language, signal, run: read };
      yield* streams.lines<RouteLine<'lettersSource'>>(work);
    },

    cancel: (accountIds) => streams.cancel(accountIds),
  };
}
