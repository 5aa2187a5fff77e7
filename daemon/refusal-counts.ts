import type { OperationalLog } from './operational-log.ts';

/** Refused requests, counted: a flood of them makes one line a minute. */
export interface RefusalCounts {
  count(status: number): void;
  /** Writes down what was counted, and counts no more by itself. */
  close(): void;
}

const eachMs = 60_000;

export function refusalCounts(log: OperationalLog): RefusalCounts {
  let byStatus: Record<number, number> = {};
  const note = () => {
    if (Object.keys(byStatus).length > 0) log.warn({ byStatus }, 'requests refused');
    byStatus = {};
  };
  const timer = setInterval(note, eachMs).unref();
  return {
    count(status) {
      byStatus[status] = (byStatus[status] ?? 0) + 1;
    },
    close() {
      clearInterval(timer);
      note();
    },
  };
}
