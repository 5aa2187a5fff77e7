let wakeUp: (() => void) | undefined;
let missed = false;

/** For one loop: waits until {@link wake}, or until the time is over where one is given. True when woken. */
export function pause(ms?: number): Promise<boolean> {
  if (missed) {
    missed = false;
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const end = (woken: boolean) => {
      clearTimeout(timer);
      wakeUp = undefined;
      resolve(woken);
    };
    const timer = ms === undefined ? undefined : setTimeout(end, ms, false);
    wakeUp = () => end(true);
  });
}

/** Ends the pause, or the next one when there is none: what happened in between must not be slept through. */
export function wake(): void {
  if (wakeUp) wakeUp();
  else missed = true;
}
