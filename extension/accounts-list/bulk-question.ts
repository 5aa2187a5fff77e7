import type { Account } from '../../shared/account.ts';
import { accountPropertyNames, type PropertyName, type PropertyValues } from '../../shared/properties.ts';

/** What a person is asked before several accounts are deleted, or one that a property names is switched off. */
export interface BulkQuestion {
  readonly kind: 'remove' | 'deactivate';
  readonly accounts: readonly Account[];
  /** Properties that would be empty then, each with the account that it names. */
  readonly loses: readonly { readonly property: PropertyName; readonly name: string }[];
  /** What the properties say could not be found out. */
  readonly unknown: boolean;
}

/** True when the person agrees. */
export type AskBulk = (question: BulkQuestion) => Promise<boolean>;

export function bulkQuestion(
  kind: BulkQuestion['kind'],
  accounts: readonly Account[],
  values: PropertyValues | undefined,
): BulkQuestion {
  const loses = accountPropertyNames.flatMap((property) => {
    const named = accounts.find(({ id }) => id === values?.[property]);
    return named ? [{ property, name: named.name }] : [];
  });
  return { kind, accounts, loses, unknown: values === undefined };
}
