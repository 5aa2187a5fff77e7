import type { RecentTest } from '../../shared/tested-account.ts';

/** How long the tests that passed took: the last of them, the least, the most. */
export interface Latency {
  readonly last: number;
  readonly least: number;
  readonly most: number;
}

/** Undefined where none passed: how long a failure took says nothing of the server. */
export function latencyOf(recent: readonly RecentTest[] = []): Latency | undefined {
  const times = recent.filter(([, , verdict]) => verdict === 'passed').map(([, ms]) => ms);
  const last = times.at(-1);
  return last === undefined ? undefined : { last, least: Math.min(...times), most: Math.max(...times) };
}

/** Of the last test that passed, in ms. */
export function lastLatency(recent: readonly RecentTest[] = []): number | undefined {
  return recent.findLast(([, , verdict]) => verdict === 'passed')?.[1];
}
