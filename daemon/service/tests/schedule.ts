import { type Clock, monotonic } from '../clock.ts';

export interface Schedule {
  /** Reads the interval anew; another one counts from now, and 0 also ends the round under way. Never rejects. */
  look(): Promise<void>;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

interface Options {
  /** The interval as it is set at this moment; 0 is off. */
  everyMinutes: () => Promise<number>;
  /** Begins nothing more once the signal is aborted. */
  round: (signal: AbortSignal) => Promise<void>;
  failed: (error: unknown) => void;
  clock?: Clock | undefined;
}

const minuteMs = 60_000;

/**
 * One round each interval, the first one interval from now. Rounds that a suspended or busy computer has missed are made
 * up for by one, and a round that is due while another is under way is left out.
 */
export function schedule({ everyMinutes, round, failed, clock = monotonic }: Options): Schedule {
  let everyMs = 0;
  let dueMs = 0;
  let cancelTimer = () => {};
  let under: { end: AbortController; done: Promise<void> } | undefined;
  let looking = Promise.resolve();
  let stopped = false;

  function arm(): void {
    cancelTimer = clock.after(Math.max(0, dueMs - clock.nowMs()), wake);
  }

  function wake(): void {
    const now = clock.nowMs();
    // A timer may be a little early.
    if (now < dueMs) return arm();
    const next = dueMs + everyMs;
    // On the grid, so that lateness does not add up; what was missed on it is this one round.
    dueMs = next > now ? next : now + everyMs;
    arm();
    begin();
  }

  function begin(): void {
    if (under) return;
    const end = new AbortController();
    const done = round(end.signal)
      .catch(failed)
      .finally(() => (under = undefined));
    under = { end, done };
  }

  async function read(): Promise<void> {
    try {
      const wanted = (await everyMinutes()) * minuteMs;
      if (stopped || wanted === everyMs) return;
      cancelTimer();
      everyMs = wanted;
      dueMs = clock.nowMs() + everyMs;
      if (everyMs > 0) arm();
      else under?.end.abort();
    } catch (error) {
      failed(error);
    }
  }

  return {
    // In turn: the last one to look has read the newest.
    look: () => (looking = looking.then(read)),
    async stop() {
      stopped = true;
      cancelTimer();
      under?.end.abort();
      await Promise.all([looking, under?.done]);
    },
  };
}
