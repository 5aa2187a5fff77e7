import * as z from 'zod/mini';
import { type Account, type AccountType } from './account.ts';
import { Id } from './id.ts';
import { propertyTexts as english } from './texts/en/properties.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('properties', english);

/** How a property is checked and shown. An empty text of type `account` means that none is chosen. */
type PropertyRule =
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
const mostAddresses = 100;

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

/** What a property is for, in a few words. */
export function meaningOf(name: PropertyName): string {
  return texts().meanings[name];
}

/** The shape of a property's value; each refusal is a sentence. Whether an account will do, see `accountRefusal`. */
export function propertySchema(name: PropertyName): z.ZodMiniType {
  const rule: PropertyRule = properties[name];
  switch (rule.type) {
    case 'account':
      return z.string().check(
        z.refine((text) => text === '' || Id.safeParse(text).success, {
          error: () => texts().accountId(name),
        }),
      );
    case 'boolean':
      return z.boolean({ error: () => texts().onOrOff(name) });
    case 'addresses':
      return z
        .array(
          z
            .string()
            .check(
              z.trim(),
              z.refine(isAddress, { error: ({ input }) => texts().noAddress(String(input).slice(0, 64)) }),
            ),
        )
        .check(z.maxLength(mostAddresses, { error: () => texts().mostAddresses(name, mostAddresses) }));
    case 'number': {
      const { unit, least, most } = rule;
      const sentence = { error: () => texts().wholeNumber(name, texts().units[unit], least, most) };
      return z.number(sentence).check(z.int(sentence), z.minimum(least, sentence), z.maximum(most, sentence));
    }
  }
}

/** Why this account cannot stand under this property, as a sentence; undefined when it can. */
export function accountRefusal(
  name: PropertyName,
  id: Id,
  account: Pick<Account, 'name' | 'active' | 'connection'> | undefined,
): string | undefined {
  const rule: PropertyRule = properties[name];
  if (rule.type !== 'account') return undefined;
  if (!account) return texts().noSuchAccount(name, id);
  const { type } = account.connection;
  const wanted = rule.of.map((type) => type.toUpperCase());
  if (!rule.of.includes(type)) return texts().wrongType(name, wanted, account.name, type.toUpperCase());
  if (!account.active) return texts().notActive(name, account.name);
  return undefined;
}

/** A bare address: the part before the @, and a domain. No display name, no list. */
function isAddress(text: string): boolean {
  return /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/.test(text);
}
