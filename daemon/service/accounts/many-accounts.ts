import type { Account } from '../../../shared/account.ts';
import type { Id } from '../../../shared/id.ts';
import { accountPropertyNames, type PropertyName } from '../../../shared/properties.ts';
import type { RouteReply } from '../../../shared/routes.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { texts as storeTexts } from '../../store/texts.ts';
import { SaidRefused } from '../refuse.ts';
import { texts } from '../texts.ts';
import type { Deletions } from './deletions.ts';
import type { Named, TellOfAccounts } from './tell-of-accounts.ts';

/** What is done to several accounts at once. Those that are not there are left out; `not_found` when none is. */
export interface ManyAccounts {
  /** Can be undone; tests of them that are under way are cancelled. */
  remove(ids: readonly Id[]): Promise<RouteReply<'accountsDelete'>>;
  restore(ids: readonly Id[]): Promise<RouteReply<'accountsRestore'>>;
  activate(ids: readonly Id[], active: boolean): Promise<RouteReply<'accountsActivate'>>;
}

interface Options {
  store: RemoteTables;
  deletions: Deletions;
  cancelTestsOf: (ids: readonly Id[]) => void;
  tell: TellOfAccounts;
}

export function manyAccounts({ store, deletions, cancelTestsOf, tell }: Options): ManyAccounts {
  /** Those that are there, and which of them each property names. */
  async function look(ids: readonly Id[]) {
    const [all, values] = await Promise.all([store.accounts.list(), store.properties.all()]);
    const known = new Map(all.filter(({ id }) => ids.includes(id)).map((account) => [account.id, account]));
    const named = new Map(
      accountPropertyNames.map((name) => {
        const id = values[name];
        return [name, ids.includes(id) ? namedOr(id, known) : undefined];
      }),
    );
    return { known, named };
  }

  return {
    async remove(ids) {
      const { known, named } = await look(ids);
      const removed = await deletions.remove(ids);
      if (removed.deleted.length === 0) throw notFound(ids);
      cancelTestsOf(removed.deleted);
      await tell('deleted', accountsOf(removed.deleted, known), namedAt(removed.resets, named));
      return removed;
    },

    async restore(ids) {
      const restored = await deletions.restore(ids);
      if (restored.restored.length === 0)
        throw new SaidRefused({ kind: 'not_found', message: texts.goneForGood });
      const { known, named } = await look(restored.restored);
      await tell('restored', accountsOf(restored.restored, known), namedAt(restored.defaults, named));
      return restored;
    },

    async activate(ids, active) {
      const { known, named } = await look(ids);
      // No secret is touched: it does not wait behind one that is asked for.
      const switched = await store.accounts.setActive(ids, active);
      const { changed, unchanged, resets } = switched;
      if (changed.length === 0 && unchanged.length === 0) throw notFound(ids);
      const what = active ? 'activated' : 'deactivated';
      if (changed.length > 0) await tell(what, accountsOf(changed, known), namedAt(resets, named));
      return switched;
    },
  };
}

function notFound([id, ...others]: readonly Id[]): SaidRefused {
  const message = id !== undefined && others.length === 0 ? storeTexts.noAccount(id) : texts.noneThere;
  return new SaidRefused({ kind: 'not_found', message });
}

function accountsOf(ids: readonly Id[], known: ReadonlyMap<Id, Account>): Named[] {
  return ids.map((id) => namedOr(id, known));
}

/** One whose row is damaged can be deleted like any other: it is told by its id. */
function namedOr(id: Id, known: ReadonlyMap<Id, Account>): Named {
  return known.get(id) ?? { id, name: id };
}

function namedAt(names: readonly PropertyName[], named: ReadonlyMap<PropertyName, Named | undefined>) {
  return names.flatMap((property) => {
    const account = named.get(property);
    return account ? [{ property, account }] : [];
  });
}
