import type { TestEvent } from '../../../../shared/event.ts';
import type { FetchOrder } from '../../../probe/fetch/fetch-order.ts';
import { runFetch } from '../../../probe/fetch/run-fetch.ts';
import { countedWalk, type LoginParts } from '../counted-walk.ts';
import type { LetterParser } from '../parse/letter-parser.ts';
import type { FetchAsked, FetchEnd } from './fetch-end.ts';
import { recordedBy } from './record-letters.ts';

interface Parts extends LoginParts {
  parser: LetterParser;
  changed: () => void;
}

/**
 * Gives the function that fetches once: a login that is refused counts as a test's does. Whatever happens behind the first
 * byte is in its value; throws `Refused` for what comes before, and the signal's reason.
 */
export function letterFetcher(parts: Parts) {
  const { store, parser, changed } = parts;
  return async (asked: FetchAsked): Promise<FetchEnd> => {
    const { accountId, account, silent = false, signal } = asked;
    const stop = new AbortController();
    let end: FetchEnd | undefined;
    let failed: FetchEnd['failed'];
    // Two fetches of one mailbox at once would record each letter twice.
    const login = { accountId, account, silent, turn: 'walk' } as const;
    const walk = countedWalk<TestEvent>(parts, login, signal, (request, now) => {
      end = { account: now, letters: 0, ignored: 0, unread: 0, left: 0, done: 0, named: [] };
      const order = recordedBy({ store, parser, changed }, { ...asked, account: now, end });
      return runFetch(request, ourOwn(order, stop), { signal: AbortSignal.any([signal, stop.signal]) });
    });
    for await (const event of walk)
      if (event.type === 'failed') failed = { stage: event.stage, failure: event.failure };
    if (!end) throw new Error('A walk has ended before it began.');
    const over = [stop.signal, signal].find(({ aborted }) => aborted);
    if (over) return { ...end, broken: { reason: over.reason } };
    return failed ? { ...end, failed } : end;
  };
}

/** What our own functions throw is no failure of the server: it stops the walk, with itself as the reason. */
function ourOwn(order: FetchOrder, stop: AbortController): FetchOrder {
  const held = <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) => {
    return (...args: Args) =>
      work(...args).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      });
  };
  return {
    ...order,
    known: held(order.known),
    unseen: held(order.unseen),
    take: held(order.take),
  };
}
