import type { PropertyName } from '../../../shared/properties.ts';

const empty: Partial<Record<PropertyName, string>> = {
  'default.email.account.send': 'It is empty now: letters without an account have none.',
  'default.email.account.receive': 'It is empty now: no letters are fetched by themselves.',
};

/** Which properties fell back to their default, since the account works there no longer; empty when none did. */
export function resetsText(resets: readonly PropertyName[]): string {
  return resets
    .map((name) => `The property ${name} named this account. ${empty[name] ?? 'It is empty now.'}\n`)
    .join('');
}
