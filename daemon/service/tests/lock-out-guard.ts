import type { Id } from '../../../shared/id.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { SaidRefused } from '../refuse.ts';
import { texts } from '../texts.ts';

/** Providers lock accounts after three to ten refused logins; one typing error is nobody's lock-out. */
const mostRefused = 2;

export interface LockOutGuard {
  /** Throws `Refused` with `guarded` when another login with the stored password may lock the account. */
  check(accountId: Id): Promise<void>;
  isGuarded(accountId: Id): Promise<boolean>;
  /** All accounts that are guarded now. */
  guarded(): Promise<ReadonlySet<Id>>;
}

/** Holds back logins that a server has refused again and again, before the provider locks the account. */
export function lockOutGuard({ refusedLogins }: Pick<RemoteTables, 'refusedLogins'>): LockOutGuard {
  const isGuarded = async (id: Id) => (await refusedLogins.of(id)) >= mostRefused;
  return {
    isGuarded,
    async check(id) {
      if (await isGuarded(id)) throw new SaidRefused({ kind: 'guarded', message: texts.guarded });
    },
    guarded: async () => new Set(await refusedLogins.atLeast(mostRefused)),
  };
}
