import type { ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { runTest, type TestOptions } from '../../probe/run.ts';
import type { Secret } from '../../secret.ts';
import { fitting } from './fitting.ts';
import { Lanes } from './lanes.ts';
import { RunRecord } from './run-record.ts';

/** A finished run can be followed again for so long: a popup that was closed comes back within it. */
const keptMs = 10 * 60 * 1000;
const keptRuns = 1_000;
/** A line of a stream has at most 64 KiB; a longer one would end it for all who watch. */
const longestEvent = 32 * 1024;

/** What is to be tested, and who is told. */
export interface RunOrder {
  settings: ConnectionSettings;
  /** May wait for a person at the keychain. What it throws ends the run before it begins. */
  password: (signal: AbortSignal) => Promise<Secret>;
  accountId?: Id | undefined;
  /** Of settings or a password that are not stored. */
  draft?: boolean | undefined;
  /** Called with each event before any follower sees it; they wait for its promise. */
  seen?: (event: TestEvent) => Promise<void>;
  options?: Omit<TestOptions, 'signal'>;
}

interface Run {
  accountId: Id | undefined;
  draft: boolean;
  record: RunRecord;
  cancel: AbortController;
  endedAt: number | undefined;
}

interface RunsOptions {
  /** Told of every run from `queued` to `finished`. */
  tell?: (event: LiveEvent) => void;
  /** Told what broke a run that was under way: a mistake of ours, and nobody else hears of it. */
  broken?: (id: Id, error: unknown) => void;
  /** Monotonic. */
  nowMs?: () => number;
}

const notBegun: TestEvent = { type: 'finished', verdict: 'cancelled', ms: 0, warnings: [] };

/**
 * The tests under way. A run belongs to the daemon: whoever started it may go, any number may follow
 * it from its first event, and it ends by itself, by `cancel`, or with the daemon.
 */
export class Runs {
  readonly #runs = new Map<Id, Run>();
  readonly #under = new Set<Promise<void>>();
  readonly #lanes = new Lanes({ total: 8, perKey: 2 });
  readonly #tell: (event: LiveEvent) => void;
  readonly #broken: (id: Id, error: unknown) => void;
  readonly #nowMs: () => number;

  constructor({
    tell = () => undefined,
    broken = () => undefined,
    nowMs = () => performance.now(),
  }: RunsOptions = {}) {
    this.#tell = tell;
    this.#broken = broken;
    this.#nowMs = nowMs;
  }

  /**
   * Known at once under this id, and walks when one of the two places for its server is free. Resolves when its
   * password is there, or when it was cancelled before; rejects with what `password` threw.
   */
  async start(id: Id, order: RunOrder): Promise<void> {
    this.#forget();
    const { accountId, draft = false } = order;
    const cancel = new AbortController();
    const run: Run = { accountId, draft, record: new RunRecord(), cancel, endedAt: undefined };
    this.#runs.set(id, run);
    this.#tell(queued(id, run));
    const ready = Promise.withResolvers<void>();
    const work = this.#perform(id, run, order, ready).finally(() => this.#under.delete(work));
    this.#under.add(work);
    return ready.promise;
  }

  /** Undefined for a run that is not known any more. */
  record(id: Id): RunRecord | undefined {
    return this.#runs.get(id)?.record;
  }

  /** Those that are not over, in the order of their start. */
  running(): { testId: Id; accountId?: Id }[] {
    return this.#open().map(([testId, run]) => nameOf(testId, run));
  }

  /** What a watcher would have been told of the runs that are not over. */
  untilNow(): LiveEvent[] {
    return this.#open().flatMap(([testId, run]) => [
      queued(testId, run),
      ...run.record.events.map((event): LiveEvent => ({ type: 'run', testId, event })),
    ]);
  }

  /** Returns false for a run that is not known, or over. */
  cancel(id: Id): boolean {
    const run = this.#runs.get(id);
    if (!run || run.record.finished) return false;
    run.cancel.abort(new Error('Cancelled.'));
    return true;
  }

  /** Ends every run: the daemon stops. Resolves when each has told its end. */
  async cancelAll(): Promise<void> {
    for (const id of this.#runs.keys()) this.cancel(id);
    await Promise.all(this.#under);
  }

  async #perform(
    id: Id,
    run: Run,
    { settings, password, seen, options }: RunOrder,
    ready: PromiseWithResolvers<void>,
  ): Promise<void> {
    const { signal } = run.cancel;
    const add = (event: TestEvent) => {
      run.record.add(event);
      this.#tell({ type: 'run', testId: id, event });
    };
    let end = notBegun;
    let refused: { reason: unknown } | undefined;
    let begun = false;
    try {
      const secret = await unlessAborted(password(signal), signal);
      begun = true;
      ready.resolve();
      const leave = await this.#lanes.enter(settings.server.toLowerCase(), signal);
      try {
        for await (const told of runTest({ settings, password: secret }, { ...options, signal })) {
          const event = fitting(told, longestEvent);
          if (event.type === 'finished') {
            end = event;
          } else {
            await seen?.(event);
            add(event);
          }
        }
      } finally {
        leave();
      }
    } catch (error) {
      // Cancelled while it waited: nothing was begun.
      if (!signal.aborted && begun) this.#broken(id, error);
      else if (!signal.aborted) refused = { reason: error };
    }
    try {
      await seen?.(end);
    } finally {
      run.endedAt = this.#nowMs();
      add(end);
      // After its end: whoever is refused does not find it running.
      if (refused) ready.reject(refused.reason);
      else ready.resolve();
    }
  }

  #open(): [Id, Run][] {
    return [...this.#runs].filter(([, { record }]) => !record.finished);
  }

  #forget(): void {
    const oldest = this.#nowMs() - keptMs;
    for (const [id, { endedAt }] of this.#runs) {
      if (endedAt !== undefined && (endedAt < oldest || this.#runs.size > keptRuns)) this.#runs.delete(id);
    }
  }
}

function queued(testId: Id, run: Run): LiveEvent {
  return { type: 'queued', ...nameOf(testId, run), ...(run.draft ? { draft: true } : {}) };
}

function nameOf(testId: Id, { accountId }: Run): { testId: Id; accountId?: Id } {
  return { testId, ...(accountId === undefined ? {} : { accountId }) };
}

/** Rejects as soon as the signal is aborted; what the promise does then is nobody's. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
