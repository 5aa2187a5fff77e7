import { Secret } from '../../daemon/secret.ts';
import { runWatch } from '../../daemon/probe/watch/run-watch.ts';
import type { Removal, SeenLetter, WatchOrder } from '../../daemon/probe/watch/watch-order.ts';
import type { TestEvent } from '../../shared/event.ts';
import { settingsOf, type Target } from '../walk.ts';

/** What a watching saw, and how it ended. */
export interface Watched {
  letters: SeenLetter[];
  removed: ({ folder: string } & Removal)[];
  searched: string[];
  looks: number;
  failed: Extract<TestEvent, { type: 'failed' }> | undefined;
}

interface Ordered {
  /** So long it is watched; 0 for one look. */
  ms?: number;
  /** When the mailbox is known as it is. */
  begin?: () => void | Promise<void>;
  cleanUp?: boolean;
  /** POP3: what earlier looks have seen; the first look has none. */
  known?: Set<string>;
  /** It ends with the first letter. */
  untilFound?: boolean;
}

/** Watches a mailbox as a round trip does; every letter is taken for the one that is waited for. */
export async function watching(target: Target, ordered: Ordered = {}): Promise<Watched> {
  const { ms = 0, begin, cleanUp = false, known, untilFound = false } = ordered;
  const seen: Watched = { letters: [], removed: [], searched: [], looks: 0, failed: undefined };
  let endsAt = performance.now() + ms;
  const order: WatchOrder = {
    token: 'mp0123456789abcdef0123',
    async begin() {
      await begin?.();
      endsAt = performance.now() + ms;
      return true;
    },
    async take(letter) {
      seen.letters.push(letter);
      if (untilFound) endsAt = 0;
      return cleanUp;
    },
    removed: (folder, removal) => void seen.removed.push({ folder, ...removal }),
    searched: (folder) => void seen.searched.push(folder),
    looked: () => void (seen.looks += 1),
    endsAt: () => endsAt,
    found: () => seen.letters.length > 0,
  };
  const request = { settings: settingsOf(target), password: new Secret(target.password ?? 'pw-Small-1') };
  const watch = { order, known: known ?? new Set<string>(), isFirst: known === undefined };
  for await (const event of runWatch(request, watch, {})) if (event.type === 'failed') seen.failed = event;
  return seen;
}
