import type { Id } from '../../shared/id.ts';
import { runTest, type TestOptions, type TestRequest } from '../probe/run.ts';
import { Lanes } from './lanes.ts';
import { RunRecord } from './run-record.ts';

/** A finished run can be followed again for so long: a popup that was closed comes back within it. */
const keptMs = 10 * 60 * 1000;
const keptRuns = 1_000;

interface Run {
  record: RunRecord;
  cancel: AbortController;
  endedAt: number | undefined;
}

/**
 * The tests under way. A run belongs to the daemon: whoever started it may go, any number may follow
 * it from its first event, and it ends by itself, by `cancel`, or with the daemon.
 */
export class Runs {
  readonly #runs = new Map<Id, Run>();
  readonly #lanes = new Lanes({ total: 8, perKey: 2 });
  readonly #nextId: () => Id;
  readonly #nowMs: () => number;

  /** `nowMs` is monotonic. */
  constructor(nextId: () => Id, nowMs: () => number = () => performance.now()) {
    this.#nextId = nextId;
    this.#nowMs = nowMs;
  }

  /** Starts at once, or when one of the two places for this server is free. */
  start(request: TestRequest, options: Omit<TestOptions, 'signal'> = {}): Id {
    this.#forget();
    const id = this.#nextId();
    const run: Run = { record: new RunRecord(), cancel: new AbortController(), endedAt: undefined };
    this.#runs.set(id, run);
    void this.#perform(run, request, options);
    return id;
  }

  /** Undefined for a run that is not known any more. */
  record(id: Id): RunRecord | undefined {
    return this.#runs.get(id)?.record;
  }

  /** Returns false for a run that is not known, or over. */
  cancel(id: Id): boolean {
    const run = this.#runs.get(id);
    if (!run || run.record.finished) return false;
    run.cancel.abort(new Error('Cancelled.'));
    return true;
  }

  /** Ends every run: the daemon stops. */
  cancelAll(): void {
    for (const id of this.#runs.keys()) this.cancel(id);
  }

  async #perform(run: Run, request: TestRequest, options: TestOptions): Promise<void> {
    const { signal } = run.cancel;
    const server = request.settings.server.toLowerCase();
    try {
      const leave = await this.#lanes.enter(server, signal);
      try {
        for await (const event of runTest(request, { ...options, signal })) run.record.add(event);
      } finally {
        leave();
      }
    } catch {
      // Cancelled while it waited for its place: nothing was begun.
      run.record.add({ type: 'finished', verdict: 'cancelled', ms: 0, warnings: [] });
    }
    run.endedAt = this.#nowMs();
  }

  #forget(): void {
    const oldest = this.#nowMs() - keptMs;
    for (const [id, { endedAt }] of this.#runs) {
      if (endedAt !== undefined && (endedAt < oldest || this.#runs.size > keptRuns)) this.#runs.delete(id);
    }
  }
}
