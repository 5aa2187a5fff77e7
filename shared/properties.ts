import * as z from 'zod/mini';
import { type Account, type AccountType } from './account.ts';
import { Id } from './id.ts';

/** How a property is checked and shown. An empty text of type `account` means that none is chosen. */
type PropertyRule =
  | { type: 'account'; of: readonly AccountType[]; default: string; meaning: string }
  | { type: 'boolean'; default: boolean; meaning: string }
  | { type: 'addresses'; default: readonly string[]; meaning: string }
  | { type: 'number'; unit: string; least: number; most: number; default: number; meaning: string };

/** The system properties (contract §4). */
export const properties = {
  'default.email.account.send': {
    type: 'account',
    of: ['smtp'],
    default: '',
    meaning: 'SMTP account for every outgoing letter that names none',
  },
  'default.email.account.receive': {
    type: 'account',
    of: ['imap', 'pop3'],
    default: '',
    meaning: 'IMAP or POP3 account for every incoming check that names none',
  },
  'simple.email.smtp.active': { type: 'boolean', default: true, meaning: 'sending on or off' },
  'simple.email.read.active': { type: 'boolean', default: true, meaning: 'receiving on or off' },
  'simple.email.test.user': {
    type: 'addresses',
    default: [],
    meaning: 'when set, letters go to these recipients only',
  },
  'mailprobe.test.every': {
    type: 'number',
    unit: 'minutes',
    least: 0,
    most: 10_080,
    default: 0,
    meaning: 'all active accounts are tested at this interval; 0 is off',
  },
  'mailprobe.log.keep.days': {
    type: 'number',
    unit: 'days',
    least: 1,
    most: 36_500,
    default: 90,
    meaning: 'how long the Main Log and letters are kept',
  },
  'mailprobe.log.keep.records': {
    type: 'number',
    unit: 'records',
    least: 1000,
    most: 10_000_000,
    default: 1_000_000,
    meaning: 'how many records the Main Log keeps',
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

/** The shape of a property's value; each refusal is a sentence. Whether an account will do, see `accountRefusal`. */
export function propertySchema(name: PropertyName): z.ZodMiniType {
  const rule: PropertyRule = properties[name];
  switch (rule.type) {
    case 'account':
      return z
        .string()
        .check(
          z.refine(
            (text) => text === '' || Id.safeParse(text).success,
            `${name} takes the id of an account (18 digits), or nothing.`,
          ),
        );
    case 'boolean':
      return z.boolean(`${name} is on or off (true or false).`);
    case 'addresses':
      return z
        .array(
          z.string().check(z.trim(), z.refine(isAddress, { error: ({ input }) => addressRefusal(input) })),
        )
        .check(z.maxLength(100, `${name} takes at most 100 addresses.`));
    case 'number': {
      const sentence = `${name} is a whole number of ${rule.unit} from ${rule.least} to ${rule.most}.`;
      return z
        .number(sentence)
        .check(z.int(sentence), z.minimum(rule.least, sentence), z.maximum(rule.most, sentence));
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
  if (!account) return `${name}: there is no account with the id ${id}.`;
  const { type } = account.connection;
  const wanted = rule.of.map((type) => type.toUpperCase()).join(' or ');
  if (!rule.of.includes(type))
    return `${name} takes an ${wanted} account, and ${account.name} is ${type.toUpperCase()}.`;
  if (!account.active) return `${name}: ${account.name} is not active, so nothing automatic would use it.`;
  return undefined;
}

/** A bare address: the part before the @, and a domain. No display name, no list. */
function isAddress(text: string): boolean {
  return /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/.test(text);
}

function addressRefusal(input: unknown): string {
  return `"${String(input).slice(0, 64)}" is not an email address: write it as name@example.com, without a display name.`;
}
