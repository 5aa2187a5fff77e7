import type { Account } from '../../shared/account.ts';
import { Id } from '../../shared/id.ts';
import {
  type PropertyChanges,
  type PropertyName,
  type PropertyValue,
  type PropertyValues,
  properties,
  propertyNames,
} from '../../shared/properties.ts';
import { accountRefusal, propertySchema } from '../../shared/property-rules.ts';
import type { PropertyRows } from './property-rows.ts';
import { acceptedValue, isoTime, parsedJson } from './rows.ts';
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
  /** What each row says; undefined where it is not what we once wrote. */
  function read(): (readonly [PropertyName, PropertyValue | undefined])[] {
    const stored = new Map(rows.all().map(({ name, value }) => [name, value]));
    return propertyNames.map((name) => {
      const text = stored.get(name);
      if (typeof text !== 'string') return [name, properties[name].default];
      const parsed = propertySchema(name).safeParse(parsedJson(text));
      return [name, parsed.success ? (parsed.data as PropertyValue) : undefined];
    });
  }

  return {
    /** One whose row is damaged has its default: the others are not lost with it. */
    all(): PropertyValues {
      const values = read().map(([name, value]) => [name, value ?? properties[name].default]);
      return Object.fromEntries(values) as PropertyValues;
    },

    /** Those whose value was changed by something other than Mailprobe, and cannot be read. */
    damaged: (): PropertyName[] => read().flatMap(([name, value]) => (value === undefined ? [name] : [])),

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
