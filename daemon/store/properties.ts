import type { Account } from '../../shared/account.ts';
import { Id } from '../../shared/id.ts';
import {
  type PropertyChanges,
  type PropertyName,
  type PropertyValues,
  properties,
  propertyNames,
} from '../../shared/properties.ts';
import { accountRefusal, propertySchema } from '../../shared/property-rules.ts';
import type { PropertyRows } from './property-rows.ts';
import { acceptedValue, isoTime, parsedJson, parsedRow } from './rows.ts';
import { StoreError } from './store-error.ts';
import type { Transactions } from './transactions.ts';
import { inEveryLanguage } from '../sentence.ts';

interface Parts {
  rows: PropertyRows;
  transactions: Transactions;
  findAccount: (id: Id) => Account | undefined;
}

/** The system properties; one that was never set, or was reset, has its default and no value in its row. */
export function propertiesTable({ rows, transactions: { write }, findAccount }: Parts) {
  return {
    all(): PropertyValues {
      const stored = new Map(rows.all().map(({ name, value }) => [name, value]));
      const values = propertyNames.map((name) => {
        const text = stored.get(name);
        if (typeof text !== 'string') return [name, properties[name].default];
        return [name, parsedRow(propertySchema(name), parsedJson(text), `Property ${name}`)];
      });
      return Object.fromEntries(values) as PropertyValues;
    },

    /** Who set or reset each last; nothing for one that nobody touched since this is noted. */
    changes(): PropertyChanges {
      const stored = new Map(rows.all().map((row) => [row['name'], row]));
      const changes: PropertyChanges = {};
      for (const name of propertyNames) {
        const { changed_by: by, changed_at: at } = stored.get(name) ?? {};
        if (typeof by === 'string' && typeof at === 'number') changes[name] = { by, at: isoTime(at) };
      }
      return changes;
    },

    /** Throws StoreError `value_refused` with a sentence that says why the value cannot work. */
    set(name: PropertyName, value: unknown): void {
      const data = acceptedValue(propertySchema(name), value);
      write(() => {
        const id = properties[name].type === 'account' && data !== '' ? Id.parse(data) : undefined;
        const account = id === undefined ? undefined : findAccount(id);
        const { en, ru } = inEveryLanguage(() => id && accountRefusal(name, id, account));
        if (en && ru) throw new StoreError('value_refused', { en, ru });
        rows.put(name, JSON.stringify(data));
      });
    },

    reset(name: PropertyName): void {
      write(() => rows.put(name, null));
    },
  };
}
export type PropertiesTable = ReturnType<typeof propertiesTable>;
