import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import { Refused } from '../../../../shared/refusal.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { systemUser, type LogWriter } from '../../main-log.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { FetchAsked, FetchEnd } from './fetch-letters.ts';
import { named, sayFailed, sayFetched } from './said-of-fetch.ts';

interface Options {
  store: Pick<RemoteTables, 'accounts' | 'properties'>;
  accountSecrets: AccountSecrets;
  fetch: (asked: FetchAsked) => Promise<FetchEnd>;
  /** Of the system user. */
  log: LogWriter;
}

/** Once a minute; 0 while nothing is to be received, or from nowhere. */
export async function fetchEveryMinutes({ properties }: Pick<RemoteTables, 'properties'>): Promise<number> {
  const values = await properties.all();
  return values['simple.email.read.active'] && values['default.email.account.receive'] !== '' ? 1 : 0;
}

/**
 * Gives the function that fetches once from the default account, with nobody there: no prompt is raised. What keeps it from
 * fetching is said once until it changes, and that it fetches again.
 */
export function automaticFetch({ store, accountSecrets, fetch, log }: Options) {
  let told: { id: Id; why: string } | undefined;

  /** Once each reason: the words of a server may differ every time. */
  function isNews(id: Id, why: string): boolean {
    if (told?.id === id && told.why === why) return false;
    told = { id, why };
    return true;
  }

  async function fetchFrom(account: Account, signal: AbortSignal): Promise<void> {
    const { id, connection } = account;
    const password = (given: AbortSignal) => accountSecrets.fetchSilently(id, connection, given);
    const end = await fetch({ account, byDefault: true, who: systemUser, password, signal });
    await sayFetched(log, account, end, false);
    const { failed } = end;
    if (failed) {
      if (isNews(id, `${failed.stage} ${failed.failure.kind}`)) await sayFailed(log, account, failed);
    } else if (told) {
      if (told.id === id) {
        const message = `Letters of ${named(account)} are fetched again.`;
        await log.add([{ source: 'Incoming Mail', level: 'Info', message, accountId: id }]);
      }
      told = undefined;
    }
  }

  return async (signal: AbortSignal): Promise<void> => {
    if ((await fetchEveryMinutes(store)) === 0) return;
    const id = (await store.properties.all())['default.email.account.receive'];
    const account = await store.accounts.get(id);
    if (!account?.active || account.connection.type === 'smtp') return;
    try {
      await fetchFrom(account, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Refused)) throw error;
      if (!isNews(id, error.message)) return;
      const message = `Letters of ${named(account)} are not fetched: ${error.message}`;
      await log.add([{ source: 'Incoming Mail', level: 'Warning', message, accountId: id }]);
    }
  };
}
