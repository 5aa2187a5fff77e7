import type { PropertyName } from '../../../shared/properties.ts';

/** Which properties fell back to their default, since the account works there no longer; empty when none did. */
export function resetsText(resets: readonly PropertyName[]): string {
  return resets
    .map((name) => `The property ${name} named this account; it is empty again, the default.\n`)
    .join('');
}
