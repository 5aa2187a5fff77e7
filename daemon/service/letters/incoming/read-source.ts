import type { Account } from '../../../../shared/account.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Id } from '../../../../shared/id.ts';
import type { RouteLine } from '../../../../shared/routes.ts';
import { runSource } from '../../../probe/fetch/run-fetch.ts';
import type { LetterOrigin } from '../../../store/mailboxes.ts';
import { type Clock, monotonic } from '../../clock.ts';
import { SaidRefused } from '../../refuse.ts';
import { countedWalk, type LoginParts, type StoredLogin } from '../counted-walk.ts';
import { endpointOf } from './endpoint-of.ts';
import { receivingAccount } from './receiving-account.ts';
import { texts } from './texts.ts';

type Line = RouteLine<'lettersSource'>;

/** Finds where a letter lies, and how it is read from there. Throws `Refused` where it cannot be. */
export type ReadSource = (letterId: Id) => Promise<{
  accountId: Id;
  /** Resolves when all was given. Throws `Refused` for a letter that is gone. */
  read: (give: (line: Line) => Promise<void>, signal: AbortSignal) => Promise<void>;
}>;

const megabytes = 25;
/** As base64 in a line of a stream. */
const inLine = 32 * 1024;
/** So long whoever reads may take for a line: all that this account is to do waits for the end. */
const lineMs = 60_000;

interface Parts extends LoginParts {
  clock?: Clock | undefined;
}

export function sourceReader(parts: Parts): ReadSource {
  const { store, clock = monotonic } = parts;

  /** Rejects where nobody has taken it in time. */
  async function taken(given: Promise<void>): Promise<void> {
    const late = Promise.withResolvers<never>();
    const inTime = clock.after(lineMs, () => late.reject(slowly()));
    await Promise.race([given, late.promise]).finally(inTime);
  }

  /** As it is at this moment. */
  async function whereItLies(letterId: Id): Promise<{ account: Account; origin: LetterOrigin }> {
    const origin = await store.mailboxes.origin(letterId);
    if (!origin) throw refused(texts.noSource);
    const { account } = await receivingAccount(store, origin.accountId);
    if (!origin.current || origin.endpoint !== endpointOf(account)) throw refused(texts.sourceGone);
    return { account, origin };
  }

  return async (letterId) => {
    const { account } = await whereItLies(letterId);
    return { accountId: account.id, read: (give, signal) => read(letterId, account.id, give, signal) };
  };

  async function read(
    letterId: Id,
    accountId: Id,
    give: (line: Line) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    let origin: LetterOrigin | undefined;
    let why: 'gone' | 'too large' | undefined;
    let isLate = false;
    let failed: Extract<TestEvent, { type: 'failed' }> | undefined;
    const login: StoredLogin = {
      accountId,
      async account() {
        const found = await whereItLies(letterId);
        ({ origin } = found);
        return found.account;
      },
      turn: 'walk',
    };
    const order = () => ({
      uid: origin?.uid ?? '',
      uidValidity: origin?.uidValidity,
      most: megabytes * 1024 * 1024,
      missing: (reason: 'gone' | 'too large') => (why = reason),
      async give(piece: Buffer) {
        for (let at = 0; at < piece.length; at += inLine)
          await taken(
            give({ type: 'part', base64: piece.subarray(at, at + inLine).toString('base64') }),
          ).catch((error: unknown) => {
            isLate = true;
            throw error;
          });
      },
    });
    const walk = countedWalk<TestEvent>(parts, login, signal, (request) =>
      runSource(request, order(), { signal }),
    );
    for await (const event of walk) if (event.type === 'failed') failed = event;
    signal.throwIfAborted();
    if (isLate) throw slowly();
    if (why === 'gone') throw refused(texts.sourceGone);
    if (why === 'too large') throw refused(texts.sourceTooLarge(megabytes));
    if (failed && failed.stage !== 'logout') {
      await give({ type: 'failed', stage: failed.stage, failure: failed.failure });
    } else await give({ type: 'whole' });
  }
}

function slowly(): SaidRefused {
  return new SaidRefused({ kind: 'conflict', message: texts.notReadOn });
}

function refused(message: SaidRefused['said']['message']): SaidRefused {
  return new SaidRefused({ kind: 'not_found', message });
}
