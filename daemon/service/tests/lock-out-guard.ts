import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { SaidRefused } from '../refuse.ts';
import type { ServiceLog } from '../refusing-store.ts';
import { texts } from '../texts.ts';
import { loginOutcome } from './login-outcome.ts';
import type { ResultOwner } from './test-results.ts';

/** Providers lock accounts after three to ten refused logins; one typing error is nobody's lock-out. */
const mostRefused = 2;

export interface LockOutGuard {
  /** Throws `Refused` with `guarded` when another login with the stored password may lock the account. */
  check(accountId: Id): Promise<void>;
  isGuarded(accountId: Id): Promise<boolean>;
  /** All accounts that are guarded now. */
  guarded(): Promise<ReadonlySet<Id>>;
  /** Of a test with the stored password that has ended: a refused login counts, one that was accepted ends the count. Never rejects. */
  count(stored: ResultOwner, events: readonly TestEvent[]): Promise<void>;
}

interface Options {
  store: Pick<RemoteTables, 'refusedLogins'>;
  /** An account is guarded now, or no more. */
  changed: () => void;
  log?: ServiceLog | undefined;
}

/** Holds back logins that a server has refused again and again, before the provider locks the account. */
export function lockOutGuard({ store: { refusedLogins }, changed, log }: Options): LockOutGuard {
  const isGuarded = async (id: Id) => (await refusedLogins.of(id)) >= mostRefused;
  return {
    isGuarded,
    async check(id) {
      if (await isGuarded(id)) throw new SaidRefused({ kind: 'guarded', message: texts.guarded });
    },
    guarded: async () => new Set(await refusedLogins.atLeast(mostRefused)),
    async count(stored, events) {
      const outcome = loginOutcome(events);
      if (outcome === undefined) return;
      try {
        if (await refusedLogins.count({ ...stored, accepted: outcome === 'accepted' })) changed();
      } catch (error) {
        log?.warn({ err: error, accountId: stored.accountId }, 'A refused login was not counted.');
      }
    },
  };
}
