import { atMostEvery } from './at-most-every.ts';

/** Does a job at once, and again this long after it is wanted: one at a time, so that the last to end is the last that began. */
export function throttledJob(
  restMs: number,
  job: () => Promise<void>,
): { want: () => void; stop: () => void } {
  let busy = true;
  /** What was wanted while the job is done may have come too late for it. */
  let owed = false;
  const work = async () => {
    busy = true;
    await job();
    busy = false;
    if (owed) rest.want();
    owed = false;
  };
  const rest = atMostEvery(restMs, () => void work());
  void work();
  return {
    want() {
      if (busy) owed = true;
      else rest.want();
    },
    stop() {
      owed = false;
      rest.stop();
    },
  };
}
