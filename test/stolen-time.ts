/** How long other work on the machine kept this thread from its turn. */
export interface StolenTime extends Disposable {
  /** Since it was made; neither the thread's own work nor its waiting is in it. */
  ms(): number;
}

const tickMs = 5;

/**
 * Watches the event loop of this thread, so that a bound in milliseconds holds on a busy machine too.
 * A call that blocks without using the processor is taken for the machine's.
 */
export function stolenTime(): StolenTime {
  let stolen = 0;
  let last = performance.now();
  let lastBusy = busyMs();
  const look = () => {
    const [now, busy] = [performance.now(), busyMs()];
    const lost = now - last - Math.max(tickMs, busy - lastBusy);
    // Less than that is how timers are.
    if (lost > tickMs) stolen += lost;
    [last, lastBusy] = [now, busy];
  };
  const timer = setInterval(look, tickMs);
  return {
    ms() {
      look();
      return stolen;
    },
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
