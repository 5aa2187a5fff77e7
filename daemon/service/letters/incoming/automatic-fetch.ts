import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import { Refused } from '../../../../shared/refusal.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { systemUser, type LogWriter } from '../../main-log.ts';
import type { FetchAsked, FetchEnd } from './fetch-end.ts';
import { receivingAccount } from './receiving-account.ts';
import { named, sayFetched, sayUnfinished, unfinishedWhy } from './said-of-fetch.ts';

interface Options {
  store: Pick<RemoteTables, 'accounts' | 'properties'>;
  fetch: (asked: FetchAsked) => Promise<FetchEnd>;
  /** Of the system user. */
  log: LogWriter;
}

const receive = 'default.email.account.receive';
/** Nothing to say of: the next round is of the account that is the default one now. */
const overtaken = new Error('Another account is the default one by now.');

/** Once a minute; 0 while nothing is to be received, or from nowhere. */
export async function fetchEveryMinutes({ properties }: Pick<RemoteTables, 'properties'>): Promise<number> {
  const values = await properties.all();
  return values['simple.email.read.active'] && values[receive] !== '' ? 1 : 0;
}

/**
 * Gives the function that fetches once from the default account, with nobody there: no prompt is raised. What keeps it from
 * fetching is said once until it changes, and that it fetches again.
 */
export function automaticFetch({ store, fetch, log }: Options) {
  let told: { id: Id; why: string } | undefined;

  /** Once each reason: the words of a server may differ every time. */
  function isNews(id: Id, why: string): boolean {
    if (told?.id === id && told.why === why) return false;
    told = { id, why };
    return true;
  }

  async function fetchFrom({ id, name }: Account, signal: AbortSignal): Promise<void> {
    const account = async () => {
      // It may have waited long for its turn.
      if ((await store.properties.all())[receive] !== id) throw overtaken;
      return (await receivingAccount(store, id)).account;
    };
    const who = systemUser;
    const end = await fetch({ accountId: id, account, silent: true, byDefault: true, who, signal });
    await sayFetched(log, end, { older: false, asked: false });
    const why = unfinishedWhy(end);
    // Who has switched it off, or ends the daemon, is told what became of it where something did.
    if (why !== undefined && (signal.aborted ? end.letters > 0 : isNews(id, why)))
      await sayUnfinished(log, end);
    const isOurs = end.broken && !signal.aborted && !(end.broken.reason instanceof Refused);
    if (isOurs) throw end.broken?.reason;
    if (why !== undefined || !told) return;
    if (told.id === id) {
      const message = `Letters of ${named({ name })} are fetched again.`;
      await log.add([{ source: 'Incoming Mail', level: 'Info', message, accountId: id }]);
    }
    told = undefined;
  }

  return async (signal: AbortSignal): Promise<void> => {
    if ((await fetchEveryMinutes(store)) === 0) return;
    const id = (await store.properties.all())[receive];
    const account = await store.accounts.get(id);
    if (!account?.active || account.connection.type === 'smtp') return;
    try {
      await fetchFrom(account, signal);
    } catch (error) {
      if (signal.aborted || error === overtaken) return;
      if (!(error instanceof Refused)) throw error;
      if (!isNews(id, error.message)) return;
      const message = `Letters of ${named(account)} are not fetched: ${error.message}`;
      await log.add([{ source: 'Incoming Mail', level: 'Warning', message, accountId: id }]);
    }
  };
}
