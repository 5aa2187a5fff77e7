import type { Account } from '../../../shared/account.ts';
import type { PropertyName } from '../../../shared/properties.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { MainLog } from '../main-log.ts';

export type Named = Pick<Account, 'id' | 'name'>;

/**
 * Tells pages and Main Log what was done to accounts, and which properties named one that works there no longer; after
 * `restored`, which name one of them again.
 */
export type TellOfAccounts = (
  what: 'created' | 'changed' | 'deleted' | 'restored' | 'activated' | 'deactivated',
  accounts: readonly Named[],
  properties?: readonly { property: PropertyName; account: Named }[],
) => Promise<void>;

interface Options {
  mainLog: MainLog;
  changed: (what: 'accounts' | 'properties') => void;
}

/** In one batch: a thousand records are one write. */
export function tellOfAccounts({ mainLog, changed }: Options): TellOfAccounts {
  return async (what, accounts, properties = []) => {
    changed('accounts');
    if (properties.length > 0) changed('properties');
    await mainLog.add([
      ...accounts.map(({ id, name }) => ({
        source: 'System' as const,
        level: 'Info' as const,
        message: `Account ${visibleText(name, 128)} was ${what}.`,
        accountId: id,
      })),
      ...properties.map(({ property, account: { id, name } }) => ({
        source: 'System' as const,
        ...(what === 'restored'
          ? {
              level: 'Info' as const,
              message: `Property ${property} names account ${visibleText(name, 128)} again.`,
            }
          : {
              level: 'Warning' as const,
              message: `Property ${property} was reset: account ${visibleText(name, 128)} works there no longer.`,
            }),
        accountId: id,
      })),
    ]);
    await mainLog.flush();
  };
}
