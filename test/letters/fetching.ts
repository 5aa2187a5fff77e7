import { runFetch } from '../../daemon/probe/fetch/run-fetch.ts';
import type { FetchedBatch, FetchedLetter } from '../../daemon/probe/fetch/fetch-order.ts';
import type { UidRange } from '../../daemon/uids.ts';
import type { TestOptions } from '../../daemon/probe/run.ts';
import { Secret } from '../../daemon/secret.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Failure } from '../../shared/failure.ts';
import { settingsOf, type Target } from '../walk.ts';

/** What one fetch gave, taken apart. */
export interface Fetched {
  letters: FetchedLetter[];
  /** As they were taken. */
  batches: FetchedBatch[];
  /** Older ones that were not fetched. */
  left: number;
  verdict: string | undefined;
  failure: Failure | undefined;
}

interface Known {
  uidValidity?: string;
  highestUid?: number;
  uidls?: readonly string[];
  most?: number;
  of?: 'new' | 'left';
  left?: UidRange[];
  missed?: number[];
}

/** Fetches what is new beside `known`; loopback and plain text are agreed to. */
export async function fetching(
  target: Target,
  known: Known = {},
  options: TestOptions = {},
): Promise<Fetched> {
  const { uidValidity = '1', highestUid = 0, uidls = [], most = 10_000, of = 'new' } = known;
  const { left: leftBefore = [], missed = [] } = known;
  const batches: FetchedBatch[] = [];
  const events: TestEvent[] = [];
  let left = 0;
  const request = { settings: settingsOf(target), password: new Secret(target.password ?? 'pw-Small-1') };
  const order = {
    of,
    most,
    countsLeft: true,
    known: async (validity: string) => ({
      upTo: validity === uidValidity ? highestUid : 0,
      left: leftBefore,
      missed,
    }),
    async unseen(listed: readonly string[]) {
      const unseen = [...listed.keys()].filter((at) => !uidls.includes(listed[at] ?? ''));
      return { positions: unseen.slice(-most), left: Math.max(0, unseen.length - most) };
    },
    begin: (count: { left: number }) => (left = count.left),
    async take(batch: FetchedBatch) {
      batches.push(batch);
    },
  };
  for await (const event of runFetch(request, order, options)) events.push(event);
  return {
    letters: batches.flatMap(({ letters }) => letters),
    batches,
    left,
    verdict: events.find((event) => event.type === 'finished')?.verdict,
    failure: events.find((event) => event.type === 'failed')?.failure,
  };
}
