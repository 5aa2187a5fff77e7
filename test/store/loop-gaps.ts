export interface Gaps {
  /** The longest time between two turns of the event loop. */
  worstMs: number;
  /** The longest of which the thread itself was busy: what is above that, the machine took. */
  worstBusyMs: number;
  turns: number;
}

/** Watches the event loop of this thread, turn by turn. */
export function loopGaps(): { stop: () => Gaps } {
  const gaps: Gaps = { worstMs: 0, worstBusyMs: 0, turns: 0 };
  let last = performance.now();
  let lastBusy = busyMs();
  const timer = setInterval(() => {
    const now = performance.now();
    const busy = busyMs();
    gaps.worstMs = Math.max(gaps.worstMs, now - last);
    gaps.worstBusyMs = Math.max(gaps.worstBusyMs, busy - lastBusy);
    gaps.turns++;
    last = now;
    lastBusy = busy;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return gaps;
    },
  };
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
