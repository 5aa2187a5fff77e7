import { contractNumber } from '../../shared/contract-number.ts';
import type { Id } from '../../shared/id.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { RouteReply } from '../../shared/routes.ts';
import type { Store } from '../store/store.ts';
import type { RemoteTables } from '../store/store-port.ts';
import { type AccountsService, accountsService } from './accounts/accounts-service.ts';
import { deletions as openDeletions } from './accounts/deletions.ts';
import { manyAccounts } from './accounts/many-accounts.ts';
import { tellOfAccounts } from './accounts/tell-of-accounts.ts';
import { type ClientsService, clientsService } from './clients-service.ts';
import type { Clock } from './clock.ts';
import { liveReaders } from './live-readers.ts';
import { incomingLetters } from './letters/incoming/incoming-letters.ts';
import type { IncomingService } from './letters/incoming/incoming-service.ts';
import { type LetterLists, letterLists } from './letters/letter-lists.ts';
import { outgoingQueue } from './letters/outgoing/outgoing-queue.ts';
import { outgoingService, type OutgoingService } from './letters/outgoing/outgoing-service.ts';
import { roundTripService, type RoundTripService } from './letters/round-trip/round-trip-service.ts';
import { type LogService, logService } from './log-service.ts';
import { mainLog as openMainLog } from './main-log.ts';
import { type PropertiesService, propertiesService } from './properties-service.ts';
import { refusingStore, type ServiceLog } from './refusing-store.ts';
import type { KnownPlace } from './secrets/known-place.ts';
import { openSecrets } from './secrets/open-secrets.ts';
import type { SecretsService } from './secrets/secrets-service.ts';
import { automaticRound } from './tests/automatic-round.ts';
import { testStarter } from './tests/begin-test.ts';
import { Lanes } from './tests/lanes.ts';
import { lockOutGuard } from './tests/lock-out-guard.ts';
import { Runs } from './tests/runs.ts';
import { testResults } from './tests/test-results.ts';
import { schedule } from './tests/schedule.ts';
import { type TestsService, testsService } from './tests/tests-service.ts';

/** What a daemon says of itself, in no one's language yet. */
type KnownStatus = Omit<RouteReply<'status'>, 'secrets'> & { secrets: KnownPlace };

/** All that a client may ask of the daemon. Every method throws `Refused` for what a person can do something about. */
export interface Service {
  status(): Promise<KnownStatus>;
  readonly accounts: AccountsService;
  readonly tests: TestsService;
  /** Every run under way from its first event, then all that happens from this call on. Ends by itself for a reader that is far too slow. */
  live(signal: AbortSignal): AsyncGenerator<LiveEvent, void>;
  readonly log: LogService;
  readonly letters: LetterLists;
  readonly outgoing: OutgoingService;
  readonly roundTrips: RoundTripService;
  readonly incoming: IncomingService;
  readonly properties: PropertiesService;
  readonly clients: ClientsService;
  readonly secrets: SecretsService;
  /** For the terminal of the first start: which place for passwords was chosen, and why. */
  readonly notices: readonly string[];
  /** Ends the schedule, cancels runs, writes the log, closes the secret stores; the store is closed by whoever opened it. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  store: RemoteTables & Pick<Store, 'reader'>;
  /** Of the data. */
  directory: string;
  version: string;
  /** Whole, with absolute paths. */
  startCommand: string;
  log?: ServiceLog;
  /** Of the session whose keychain is used. */
  env?: NodeJS.ProcessEnv;
  /** For tests: of the automatic ones, and of how long a deletion can be undone. */
  clock?: Clock;
}

/** Opens the services on an open store. Throws `Refused` when there is no place for passwords. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { directory, version, startCommand, log, env = process.env } = options;
  const store = refusingStore(options.store, log);
  const person = await store.person.get();
  const readers = liveReaders();
  let wakeQueue = () => {};
  const changed = (what: Extract<LiveEvent, { type: 'changed' }>['what']) => {
    readers.tell({ type: 'changed', what });
    // What held letters back may be over.
    if (what !== 'letters' && what !== 'clients') wakeQueue();
  };
  const lettersChanged = () => changed('letters');
  const mainLog = openMainLog({ log: store.log, person, tell: readers.tell, operationalLog: log });
  const { places, accountSecrets, secrets, notices } = await openSecrets({
    store,
    directory,
    env,
    mainLog,
    changed,
    log,
  });
  const runs = new Runs({
    tell: readers.tell,
    broken: (testId, error) => log?.error({ err: error, testId }, 'A test broke off.'),
  });
  const guard = lockOutGuard({ store, changed: () => changed('accounts'), log });
  const results = testResults({
    store,
    guard,
    changed: () => changed('accounts'),
    log,
    clock: options.clock,
  });
  const turns = new Lanes({ total: Infinity, perKey: 1 });
  const begin = testStarter({ store, runs, results, guard, turns });
  const automatic = schedule({
    everyMinutes: async () => (await store.properties.all())['mailprobe.test.every'],
    round: automaticRound({ store, runs, accountSecrets, guard, begin, mainLog: mainLog.automatic }),
    failed: (error) => log?.error({ err: error }, 'The automatic tests failed.'),
    clock: options.clock,
  });
  const deletions = await openDeletions({
    store,
    accountSecrets,
    failed: (error) => log?.error({ err: error }, 'Deleted accounts were not purged.'),
    clock: options.clock,
  });
  const incoming = incomingLetters({
    store,
    accountSecrets,
    guard,
    turns,
    person,
    mainLog,
    changed: lettersChanged,
    failed: (error) => log?.error({ err: error }, 'Letters were not fetched.'),
    clock: options.clock,
  });
  const login = { store, accountSecrets, guard, turns };
  const roundTrips = roundTripService({
    ...login,
    person,
    mainLog,
    changed: lettersChanged,
    log,
    clock: options.clock,
  });
  const tell = tellOfAccounts({
    mainLog,
    changed(what) {
      changed(what);
      // A default account that works no longer is none.
      if (what === 'properties') void incoming.automatic.look();
    },
  });
  const cancelTestsOf = (ids: readonly Id[]) => {
    for (const { testId, accountId } of runs.running())
      if (accountId !== undefined && ids.includes(accountId)) runs.cancel(testId);
    void incoming.service.cancel(ids);
    void roundTrips.cancel(ids);
  };
  const many = manyAccounts({ store, deletions, cancelTestsOf, tell });
  const clients = await clientsService({ store, mainLog, changed: () => changed('clients') });
  const queue = await outgoingQueue({
    store,
    accountSecrets,
    guard,
    turns,
    mainLog,
    changed: lettersChanged,
    log,
    clock: options.clock,
  });
  wakeQueue = () => queue.wake();
  await Promise.all([automatic.look(), incoming.automatic.look()]);

  return {
    async status() {
      const [paired, diskFull] = await Promise.all([store.clients.list(), store.housekeeping.diskFull()]);
      return {
        contract: contractNumber,
        version,
        dataDirectory: directory,
        startCommand,
        person: person.username,
        pairedBrowsers: paired.length,
        secrets: secrets.place(),
        diskFull,
      };
    },
    accounts: accountsService({ store, accountSecrets, many, tell, results, guard }),
    tests: testsService({ store, runs, accountSecrets, guard, begin, mainLog }),
    live: (signal) => readers.open(runs.untilNow(), signal),
    log: logService({ store, reader: options.store.reader.log, readers, failed: log }),
    letters: letterLists(options.store.reader, log),
    incoming: incoming.service,
    roundTrips,
    outgoing: outgoingService({ store, guard, person, mainLog, changed: lettersChanged, queue }),
    properties: propertiesService(store, mainLog, () => {
      changed('properties');
      void automatic.look();
      void incoming.automatic.look();
    }),
    clients,
    secrets,
    notices,
    async close() {
      // First, so that it begins none that nobody cancels.
      await Promise.all([automatic.stop(), incoming.close(), queue.stop(), roundTrips.cancel()]);
      deletions.stop();
      await runs.cancelAll();
      await mainLog.flush();
      readers.close();
      await accountSecrets.end();
      await places.close();
    },
  };
}
