import type { DatabaseSync } from 'node:sqlite';
import type { Account } from '../../shared/account.ts';
import { Id } from '../../shared/id.ts';
import {
  type PropertyName,
  type PropertyValues,
  accountRefusal,
  properties,
  propertyNames,
  propertySchema,
} from '../../shared/properties.ts';
import { acceptedValue, parsedJson, parsedRow } from './rows.ts';
import { StoreError } from './store-error.ts';
import type { Transactions } from './transactions.ts';

interface Parts {
  db: DatabaseSync;
  transactions: Transactions;
  findAccount: (id: Id) => Account | undefined;
}

/** The system properties; one that was never set, or was reset, has its default and no row. */
export function propertiesTable({ db, transactions: { write }, findAccount }: Parts) {
  const all = db.prepare('SELECT name, value FROM properties');
  const put = db.prepare(
    'INSERT INTO properties (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = db.prepare('DELETE FROM properties WHERE name = ?');

  return {
    all(): PropertyValues {
      const stored = new Map(all.all().map(({ name, value }) => [name, value]));
      const values = propertyNames.map((name) => {
        const text = stored.get(name);
        if (typeof text !== 'string') return [name, properties[name].default];
        return [name, parsedRow(propertySchema(name), parsedJson(text), `Property ${name}`)];
      });
      return Object.fromEntries(values) as PropertyValues;
    },

    /** Throws StoreError `value_refused` with a sentence that says why the value cannot work. */
    set(name: PropertyName, value: unknown): void {
      const data = acceptedValue(propertySchema(name), value);
      write(() => {
        const id = properties[name].type === 'account' && data !== '' ? Id.parse(data) : undefined;
        const refusal = id && accountRefusal(name, id, findAccount(id));
        if (refusal) throw new StoreError('value_refused', refusal);
        put.run(name, JSON.stringify(data));
      });
    },

    reset(name: PropertyName): void {
      write(() => remove.run(name));
    },
  };
}
export type PropertiesTable = ReturnType<typeof propertiesTable>;
