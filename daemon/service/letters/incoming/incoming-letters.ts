import type { Person } from '../../../store/person.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { Clock } from '../../clock.ts';
import type { MainLog } from '../../main-log.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import { type Schedule, schedule } from '../../tests/schedule.ts';
import { letterParser } from '../parse/letter-parser.ts';
import { automaticFetch, fetchEveryMinutes } from './automatic-fetch.ts';
import { letterFetcher } from './fetch-letters.ts';
import { incomingService, type IncomingService } from './incoming-service.ts';
import { sourceReader } from './read-source.ts';

interface Options {
  store: RemoteTables;
  accountSecrets: AccountSecrets;
  guard: LockOutGuard;
  turns: Lanes;
  person: Person;
  mainLog: MainLog;
  /** Letters have come in. */
  changed: () => void;
  /** Told of what is a mistake of ours. */
  failed: (error: unknown) => void;
  clock?: Clock | undefined;
}

interface IncomingLetters {
  service: IncomingService;
  automatic: Pick<Schedule, 'look'>;
  /** Ends what is under way; what was recorded stays. */
  close(): Promise<void>;
}

/** All that fetches letters, joined. */
export function incomingLetters(options: Options): IncomingLetters {
  const { store, accountSecrets, guard, turns, person, mainLog, changed, failed, clock } = options;
  const parser = letterParser();
  const login = { store, accountSecrets, guard, turns };
  const fetch = letterFetcher({ ...login, parser, changed });
  const automatic = schedule({
    everyMinutes: () => fetchEveryMinutes(store),
    round: automaticFetch({ store, fetch, log: mainLog.automatic }),
    failed,
    clock,
  });
  const readSource = sourceReader({ ...login, clock });
  const service = incomingService({ store, person, log: mainLog, fetch, readSource });
  return {
    service,
    automatic,
    async close() {
      await Promise.all([automatic.stop(), service.cancel()]);
      await parser.end();
    },
  };
}
