import type { TestOptions } from '../../daemon/probe/run.ts';
import { type Target, walk } from '../walk.ts';

export interface Order {
  target: Target;
  options: TestOptions;
}

/** What the parent learns of one walk; a crash shows as the child's exit. */
export interface Report {
  verdict: string | undefined;
  failedAt: string | undefined;
  kind: string | undefined;
  reply: string | undefined;
  /** Without what a busy machine took from this process. */
  ownMs: number;
  /** How far resident memory rose above where the walk began, in KiB. */
  growth: number;
  /** Peak resident memory of this process so far, in KiB. */
  peak: number;
  /** Everything the walk said, as JSON. */
  said: string;
  /** Warnings of Node itself, such as a listener leak. */
  nodeWarnings: string[];
}

const nodeWarnings: string[] = [];
process.on('warning', (warning) => nodeWarnings.push(warning.message));

process.on('message', async ({ target, options }: Order) => {
  const memory = watchMemory();
  const { verdict, failedAt, failure, ownMs, events } = await walk(target, options);
  const report: Report = {
    verdict,
    failedAt,
    kind: failure?.kind,
    reply: failure?.reply,
    ownMs,
    growth: memory.growth(),
    peak: process.resourceUsage().maxRSS,
    said: JSON.stringify(events),
    nodeWarnings,
  };
  process.send?.(report);
});

/** Samples while the walk runs; a peak between two samples still shows when it is the highest so far. */
function watchMemory(): { growth(): number } {
  const before = rss();
  const peakBefore = process.resourceUsage().maxRSS;
  let highest = before;
  const timer = setInterval(() => (highest = Math.max(highest, rss())), 2);
  return {
    growth() {
      clearInterval(timer);
      const peak = process.resourceUsage().maxRSS;
      return Math.max(highest, rss(), peak > peakBefore ? peak : 0) - before;
    },
  };
}

function rss(): number {
  return process.memoryUsage.rss() / 1024;
}
