import type { Clock } from '../clock.ts';
import type { ServiceLog } from '../refusing-store.ts';

const againMs = 2_000;

interface Options {
  clock: Clock;
  log?: ServiceLog | undefined;
}

/** Writes down what a server has said about a letter: a full or locked disk must not lose it. */
export interface RetriedWrites {
  /** Tries until it is written; undefined where the daemon stops before that. Never throws. */
  readonly untilWritten: <T>(what: string, write: () => Promise<T>) => Promise<T | undefined>;
  /** What is not written yet is tried once more. */
  stop(): void;
}

export function retriedWrites({ clock, log }: Options): RetriedWrites {
  const stopping = Promise.withResolvers<void>();
  let stopped = false;
  return {
    async untilWritten(what, write) {
      for (;;) {
        // Asked before the try: the last one comes behind the stop.
        const isLast = stopped;
        try {
          return await write();
        } catch (error) {
          if (isLast) {
            log?.error({ err: error }, `${what} could not be written. The next start tells what is known.`);
            return undefined;
          }
          log?.warn({ err: error }, `${what} could not be written: it is tried again.`);
          const pause = Promise.withResolvers<void>();
          const cancel = clock.after(againMs, pause.resolve);
          await Promise.race([pause.promise, stopping.promise]);
          cancel();
        }
      }
    },
    stop() {
      stopped = true;
      stopping.resolve();
    },
  };
}
