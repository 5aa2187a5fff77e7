/** Does a job this long after it was first wanted, once for all who want it meanwhile. */
export function atMostEvery(restMs: number, job: () => void): { want: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    want() {
      timer ??= setTimeout(() => {
        timer = undefined;
        job();
      }, restMs);
    },
    stop: () => clearTimeout(timer),
  };
}
