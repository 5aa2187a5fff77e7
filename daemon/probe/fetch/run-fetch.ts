import type { AccountType } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import { runWalk, type TestOptions, type TestRequest } from '../run.ts';
import type { Probe } from '../session.ts';
import type { FetchOrder } from './fetch-order.ts';

/** So long one step may take: the way to the mailbox, or one batch of letters. */
const stepMs = 60_000;

/** Fetches letters, told as a test is. Never throws: what goes wrong, in the order's own functions too, is a `failed` event. */
export function runFetch(
  request: TestRequest,
  order: FetchOrder,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  const load = fetchers[request.settings.type];
  return runWalk(request, async () => (await load())(order), { timeoutMs: stepMs, ...options });
}

const fetchers: Record<AccountType, () => Promise<(order: FetchOrder) => Probe>> = {
  imap: async () => (await import('./fetch-imap.ts')).fetchImap,
  pop3: async () => (await import('./fetch-pop3.ts')).fetchPop3,
  smtp: async () => {
    throw new TypeError('SMTP gives no letters.');
  },
};
