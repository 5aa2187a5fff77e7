import type { Language } from '../../../../shared/language.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RouteLine } from '../../../../shared/routes.ts';
import type { Person } from '../../../store/person.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { LogWriter } from '../../main-log.ts';
import { SaidRefused } from '../../refuse.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { FetchAsked, FetchEnd } from './fetch-letters.ts';
import { receivingAccount, type ReceivingAccount } from './receiving-account.ts';
import { relay } from '../relay.ts';
import { sayFailed, sayFetched } from './said-of-fetch.ts';
import type { ReadSource } from './read-source.ts';

export interface IncomingService {
  /** Fetches what is new, to its end, or until nobody listens. Throws `Refused` at the first line where nothing can be fetched. */
  fetch(
    asked: { accountId?: Id | undefined },
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
  accountSecrets: AccountSecrets;
  person: Person;
  log: LogWriter;
  fetch: (asked: FetchAsked) => Promise<FetchEnd>;
  readSource: ReadSource;
}

/** What people do with incoming letters. */
export function incomingService({
  store,
  accountSecrets,
  person,
  log,
  fetch,
  readSource,
}: Options): IncomingService {
  const under = new Map<AbortController, { accountId: Id; done: Promise<void> }>();

  /** Lines that the work gives, until it ends, its reader goes or the account does. */
  async function* lines<Line>(
    accountId: Id,
    signal: AbortSignal,
    work: (give: (line: Line) => Promise<void>, signal: AbortSignal) => Promise<void>,
  ): AsyncGenerator<Line, void> {
    const way = relay<Line>();
    const end = new AbortController();
    const both = AbortSignal.any([signal, end.signal]);
    const done = work(way.give, both)
      .catch((error: unknown) => {
        if (!both.aborted) throw error;
      })
      .finally(() => {
        under.delete(end);
        way.end();
      });
    under.set(end, { accountId, done: done.catch(() => undefined) });
    try {
      yield* way.values();
    } finally {
      end.abort(new Error('Nobody listens any more.'));
    }
    await done;
  }

  async function fetchAndTell(
    { account, byDefault }: ReceivingAccount,
    language: Language,
    give: (line: RouteLine<'lettersFetch'>) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { id, connection } = account;
    const password = (given: AbortSignal) => accountSecrets.fetch(id, connection, given);
    const progress: FetchAsked['progress'] = (now) => give({ type: 'progress', ...now });
    try {
      const end = await fetch({ account, byDefault, who: person, password, signal, progress });
      await sayFetched(log, account, end, !end.failed);
      if (end.failed) await sayFailed(log, account, end.failed);
      await log.flush();
      const { letters, ignored, left, failed } = end;
      await give({ type: 'finished', letters, ignored, left, ...failed });
    } catch (error) {
      if (!(error instanceof SaidRefused)) throw error;
      await give({ type: 'refused', refusal: error.in(language) });
    }
  }

  return {
    async *fetch({ accountId }, language, signal) {
      const from = await receivingAccount(store, accountId);
      yield { type: 'begun', accountId: from.account.id, byDefault: from.byDefault };
      yield* lines(from.account.id, signal, (give, until) => fetchAndTell(from, language, give, until));
    },

    async *source({ id }, language, signal) {
      const { account, read } = await readSource(id);
      yield* lines<RouteLine<'lettersSource'>>(account.id, signal, async (give, until) => {
        try {
          await read(give, until);
        } catch (error) {
          if (!(error instanceof SaidRefused)) throw error;
          await give({ type: 'refused', refusal: error.in(language) });
        }
      });
    },

    async cancel(accountIds) {
      const ended = [...under].filter(([, { accountId }]) => accountIds?.includes(accountId) ?? true);
      for (const [end] of ended) end.abort(new Error('Cancelled.'));
      await Promise.all(ended.map(([, { done }]) => done));
    },
  };
}
