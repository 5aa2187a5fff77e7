import * as z from 'zod/mini';
import type { AccountType } from './account-type.ts';

/** How a property is checked and shown. An empty text of type `account` means that none is chosen. */
export type PropertyRule =
  | { type: 'account'; of: readonly AccountType[]; default: string }
  | { type: 'boolean'; default: boolean }
  | { type: 'addresses'; default: readonly string[] }
  | { type: 'number'; unit: 'minutes' | 'days' | 'records'; least: number; most: number; default: number };

/** The system properties (contract §4). */
export const properties = {
  'default.email.account.send': {
    type: 'account',
    of: ['smtp'],
    default: '',
  },
  'default.email.account.receive': {
    type: 'account',
    of: ['imap', 'pop3'],
    default: '',
  },
  'simple.email.smtp.active': { type: 'boolean', default: true },
  'simple.email.read.active': { type: 'boolean', default: true },
  'simple.email.test.user': {
    type: 'addresses',
    default: [],
  },
  'mailprobe.test.every': {
    type: 'number',
    unit: 'minutes',
    least: 0,
    most: 10_080,
    default: 0,
  },
  'mailprobe.log.keep.days': {
    type: 'number',
    unit: 'days',
    least: 1,
    most: 36_500,
    default: 90,
  },
  'mailprobe.log.keep.records': {
    type: 'number',
    unit: 'records',
    least: 1000,
    most: 10_000_000,
    default: 1_000_000,
  },
} as const satisfies Record<string, PropertyRule>;

export type PropertyName = keyof typeof properties;
export const propertyNames = Object.keys(properties) as PropertyName[];
/** Those that name an account. */
export const accountPropertyNames = [
  'default.email.account.send',
  'default.email.account.receive',
] as const satisfies PropertyName[];

interface ValueTypes {
  /** An id, or empty. */
  account: string;
  boolean: boolean;
  addresses: string[];
  number: number;
}
/** Of any property. */
export type PropertyValue = string | boolean | number | readonly string[];
export type PropertyValues = { [N in PropertyName]: ValueTypes[(typeof properties)[N]['type']] };

/** Who changed a property last, and when; nothing for one that was not changed. */
export const PropertyChanges = z.partialRecord(
  z.enum(propertyNames),
  z.strictObject({ by: z.string(), at: z.iso.datetime({ precision: 3 }) }),
);
export type PropertyChanges = z.infer<typeof PropertyChanges>;
