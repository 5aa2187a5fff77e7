import type { DatabaseSync } from 'node:sqlite';
import type { Id } from '../../shared/id.ts';
import { type PropertyName, accountPropertyNames } from '../../shared/properties.ts';
import { accountRefusal } from '../../shared/property-rules.ts';
import type { AccountReader } from './read-accounts.ts';
import type { PropertyRows } from './property-rows.ts';

/** Which account a property named when that was deleted. To be called inside the transaction that deletes or restores. */
export interface LostDefaults {
  /** What was just reset. An account that is not on record is left out. */
  note: (lost: ReadonlyMap<PropertyName, Id>) => void;
  /** Puts the account back where nobody has set the property since, and tells where. */
  giveBack: (ids: readonly Id[]) => PropertyName[];
}

export function lostDefaults(
  db: DatabaseSync,
  rows: PropertyRows,
  { get, isDamaged }: Pick<AccountReader, 'get' | 'isDamaged'>,
): LostDefaults {
  const note = db.prepare(
    'INSERT INTO lost_defaults (name, account_id) SELECT ?, id FROM accounts WHERE id = ?',
  );
  const all = db.prepare('SELECT name, CAST(account_id AS TEXT) AS id FROM lost_defaults');
  return {
    note(lost) {
      for (const [name, id] of lost) note.run(name, BigInt(id));
    },
    giveBack(ids) {
      const lost = new Map(all.all().map(({ name, id }) => [name, String(id)]));
      return accountPropertyNames.filter((name) => {
        const id = lost.get(name);
        if (id === undefined || !ids.includes(id)) return false;
        if (isDamaged(id) || accountRefusal(name, id, get(id))) return false;
        rows.put(name, JSON.stringify(id));
        return true;
      });
    },
  };
}
