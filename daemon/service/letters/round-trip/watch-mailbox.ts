import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { WalkRequest } from '../../../probe/open-session.ts';
import { runWatch } from '../../../probe/watch/run-watch.ts';
import type { WatchOrder } from '../../../probe/watch/watch-order.ts';
import { countedWalk, type LoginParts } from '../counted-walk.ts';

type Failed = Extract<TestEvent, { type: 'failed' }>;

interface Watching {
  account: Account;
  order: WatchOrder;
  signal: AbortSignal;
  /** Told of each stage of the first login. */
  passed: (event: Extract<TestEvent, { type: 'passed' }>) => void;
}

/** Between the logins to a maildrop; the last one stays. */
const pausesMs = [2_000, 3_000, 5_000, 8_000, 13_000, 20_000];

/**
 * Watches a mailbox as long as the order says: IMAP in one session, POP3 with a login for each look. Resolves with what
 * broke it off. Throws `Refused` where no login may be tried.
 */
export async function watchMailbox(
  parts: LoginParts,
  { account, order, signal, passed }: Watching,
): Promise<Failed | undefined> {
  const known = new Set<string>();
  const login = { accountId: account.id, account: async () => account, turn: 'login' } as const;

  async function look(isFirst: boolean): Promise<Failed | undefined> {
    let failed: Failed | undefined;
    const watch = (request: WalkRequest) => runWatch(request, { order, known, isFirst }, { signal });
    for await (const event of countedWalk<TestEvent>(parts, login, signal, watch)) {
      if (event.type === 'passed' && isFirst) passed(event);
      if (event.type === 'failed') failed = event;
    }
    return failed;
  }

  let failed = await look(true);
  if (account.connection.type !== 'pop3') return failed;
  for (let at = 0; !failed && performance.now() < order.endsAt(); at += 1) {
    const pause = pausesMs[Math.min(at, pausesMs.length - 1)] ?? 0;
    await sleep(Math.min(pause, order.endsAt() - performance.now()), undefined, { signal });
    failed = await look(false);
  }
  return failed;
}
