import type { TestEvent } from '../../../shared/event.ts';
import type { WalkRequest } from '../open-session.ts';
import { runWalk, type TestOptions } from '../run.ts';
import type { Probe } from '../session.ts';
import type { FetchOrder } from './fetch-order.ts';
import type { SourceOrder } from './source-order.ts';

/** So long one step may take: the way to the mailbox, or one batch of letters. */
const stepMs = 60_000;

/** Fetches letters, told as a test is. Never throws: what goes wrong, in the order's own functions too, is a `failed` event. */
export function runFetch(
  request: WalkRequest,
  order: FetchOrder,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  const load = async (): Promise<Probe> => {
    if (request.settings.type === 'pop3') return (await import('./fetch-pop3.ts')).fetchPop3(order);
    return (await import('./fetch-imap.ts')).fetchImap(order);
  };
  return runWalk(request, load, { timeoutMs: stepMs, ...options }, 'A step of the fetch');
}

/** Reads one letter whole, told as {@link runFetch} tells it. */
export function runSource(
  request: WalkRequest,
  order: SourceOrder,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  const load = async (): Promise<Probe> => {
    if (request.settings.type === 'pop3') return (await import('./source-pop3.ts')).sourcePop3(order);
    return (await import('./source-imap.ts')).sourceImap(order);
  };
  return runWalk(request, load, { timeoutMs: stepMs, ...options }, 'A step of the reading');
}
