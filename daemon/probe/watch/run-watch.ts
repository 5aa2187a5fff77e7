import type { TestEvent } from '../../../shared/event.ts';
import type { WalkRequest } from '../open-session.ts';
import { runWalk, type TestOptions } from '../run.ts';
import type { KnownUidls } from './watch-pop3.ts';
import type { WatchOrder } from './watch-order.ts';

/** So long one step may take: the way to the mailbox, or one look into it. */
const stepMs = 30_000;

interface Watch {
  order: WatchOrder;
  /** POP3: kept from one look to the next. */
  known: KnownUidls;
  isFirst: boolean;
}

/** Watches a mailbox, told as a test is: IMAP to the end of the order, POP3 for one look. Never throws. */
export function runWatch(
  request: WalkRequest,
  { order, known, isFirst }: Watch,
  options: Pick<TestOptions, 'signal'>,
): AsyncGenerator<TestEvent, void> {
  const load = {
    imap: async () => (await import('./watch-imap.ts')).watchImap(order),
    pop3: async () => (await import('./watch-pop3.ts')).watchPop3(order, known, isFirst),
    smtp: async () => {
      throw new TypeError('SMTP gives no letters.');
    },
  }[request.settings.type];
  return runWalk(request, load, { ...options, timeoutMs: stepMs }, 'The watching');
}
