import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RouteLine } from '../../../../shared/routes.ts';
import { runSource } from '../../../probe/fetch/run-fetch.ts';
import type { LetterOrigin } from '../../../store/mailboxes.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { SaidRefused } from '../../refuse.ts';
import type { AccountSecrets } from '../../secrets/account-secrets.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import { endpointOf } from './fetch-letters.ts';
import { receivingAccount } from './receiving-account.ts';
import { texts } from './texts.ts';

type Line = RouteLine<'lettersSource'>;

/** Finds where a letter lies, and how it is read from there. Throws `Refused` where it cannot be. */
export type ReadSource = (letterId: Id) => Promise<{
  account: Account;
  /** Resolves when all was given. Throws `Refused` for a letter that is gone. */
  read: (give: (line: Line) => Promise<void>, signal: AbortSignal) => Promise<void>;
}>;

interface Parts {
  store: RemoteTables;
  guard: LockOutGuard;
  turns: Lanes;
  accountSecrets: AccountSecrets;
}

const megabytes = 25;
/** As base64 in a line of a stream. */
const inLine = 32 * 1024;

export function sourceReader({ store, guard, turns, accountSecrets }: Parts): ReadSource {
  return async (letterId) => {
    const origin = await store.mailboxes.origin(letterId);
    if (!origin) throw refused(texts.noSource);
    const { account } = await receivingAccount(store, origin.accountId);
    if (!origin.current || origin.endpoint !== endpointOf(account)) throw refused(texts.sourceGone);
    return { account, read: (give, signal) => read(account, origin, give, signal) };
  };

  async function read(
    { id, connection }: Account,
    { uid, uidValidity }: LetterOrigin,
    give: (line: Line) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const leave = await turns.enter(id, signal);
    try {
      await guard.check(id);
      const passwordChanges = await store.accounts.passwordChanges(id);
      const password = await accountSecrets.fetch(id, connection, signal);
      let why: 'gone' | 'too large' | undefined;
      const order = {
        uid,
        uidValidity,
        most: megabytes * 1024 * 1024,
        missing: (reason: 'gone' | 'too large') => (why = reason),
        async give(piece: Buffer) {
          for (let at = 0; at < piece.length; at += inLine)
            await give({ type: 'part', base64: piece.subarray(at, at + inLine).toString('base64') });
        },
      };
      const events: TestEvent[] = [];
      const request = { settings: { ...connection, debug: false }, password };
      for await (const event of runSource(request, order, { signal })) events.push(event);
      await guard.count({ accountId: id, passwordChanges }, events);
      signal.throwIfAborted();
      if (why === 'gone') throw refused(texts.sourceGone);
      if (why === 'too large') throw refused(texts.sourceTooLarge(megabytes));
      const failed = events.find((event) => event.type === 'failed');
      if (failed && failed.stage !== 'logout') {
        await give({ type: 'failed', stage: failed.stage, failure: failed.failure });
      } else await give({ type: 'whole' });
    } finally {
      leave();
    }
  }
}

function refused(message: SaidRefused['said']['message']): SaidRefused {
  return new SaidRefused({ kind: 'not_found', message });
}
