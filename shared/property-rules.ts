import * as z from 'zod/mini';
import type { Account } from './account.ts';
import { Id } from './id.ts';
import { properties, type PropertyName, type PropertyRule } from './properties.ts';
import { propertyTexts as english } from './texts/en/properties.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('properties', english);
const mostAddresses = 100;

/** What a property is for, in a few words. */
export function meaningOf(name: PropertyName): string {
  return texts().meanings[name];
}

/** The shape of a property's value; each refusal is a sentence. Whether an account will do, see `accountRefusal`. */
export function propertySchema(name: PropertyName): z.ZodMiniType {
  const rule: PropertyRule = properties[name];
  switch (rule.type) {
    case 'account': {
      const sentence = { error: () => texts().accountId(name) };
      const isIdOrNone = (text: string) => text === '' || Id.safeParse(text).success;
      return z.string(sentence).check(z.refine(isIdOrNone, sentence));
    }
    case 'boolean':
      return z.boolean({ error: () => texts().onOrOff(name) });
    case 'addresses': {
      const sentence = { error: ({ input }: { input?: unknown }) => addressRefusal(input) };
      const address = z.string(sentence).check(z.trim(), z.refine(isAddress, sentence));
      return z
        .array(address, { error: () => texts().addressList(name) })
        .check(z.maxLength(mostAddresses, { error: () => texts().mostAddresses(name, mostAddresses) }));
    }
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

function addressRefusal(input: unknown): string {
  return texts().noAddress(String(input).slice(0, 64));
}
