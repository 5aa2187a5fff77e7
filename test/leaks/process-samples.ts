import { readdirSync, readFileSync } from 'node:fs';
import type { Left } from './find-leaks.ts';

/** Arguments and environments of every process of the machine, taken again and again until it is disposed. */
export interface ProcessSamples extends Disposable {
  readonly left: readonly Left[];
  /** How many processes with this in their arguments were seen. */
  seen(argument: string): number;
}

const everyMs = 10;

export function processSamples(): ProcessSamples {
  const samples = new Map<string, Left>();
  const take = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      for (const file of ['cmdline', 'environ']) {
        const place = `/proc/${pid}/${file}`;
        const bytes = bytesOf(place);
        if (bytes) samples.set(`${place} ${bytes.toString('latin1')}`, [place, bytes]);
      }
    }
  };
  take();
  const timer = setInterval(take, everyMs);
  return {
    get left() {
      return [...samples.values()];
    },
    seen: (argument) =>
      new Set(
        [...samples.values()]
          .filter(([place, bytes]) => place.endsWith('cmdline') && String(bytes).includes(argument))
          .map(([place]) => place),
      ).size,
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** Processes end while they are read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
