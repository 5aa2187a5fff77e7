import type { Clock } from '../../daemon/service/clock.ts';

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  /** Moves on and wakes what is due, in order, as a computer that was awake would. */
  pass(ms: number): void;
  /** Moves on, then wakes each once, however long ago it was due: as after a suspend. */
  sleep(ms: number): void;
  /** How many timers are set. */
  timers(): number;
}

export function handClock(): HandClock {
  let now = 0;
  let set: { at: number; wake: () => void }[] = [];
  const take = (until: number) => {
    const [first] = set.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
    set = set.filter((timer) => timer !== first);
    return first;
  };
  return {
    nowMs: () => now,
    after(ms, wake) {
      const timer = { at: now + ms, wake };
      set.push(timer);
      return () => void (set = set.filter((other) => other !== timer));
    },
    pass(ms) {
      const end = now + ms;
      for (let timer = take(end); timer; timer = take(end)) {
        now = timer.at;
        timer.wake();
      }
      now = end;
    },
    sleep(ms) {
      now += ms;
      const due = set.filter(({ at }) => at <= now);
      set = set.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
    timers: () => set.length,
  };
}
