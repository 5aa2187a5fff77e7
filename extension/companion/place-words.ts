import type { SecretBackend } from '../../shared/secret-place.ts';
import { t } from '../words.ts';

/** What a place for passwords is called, and what it protects from. */
export function placeWords(backend: SecretBackend): { readonly name: string; readonly lead: string } {
  // A key of the locales has no hyphen.
  const key = backend === 'vault-keyfile' ? 'vault_keyfile' : backend;
  return { name: t(`companion.secrets.places.${key}`), lead: t(`companion.secrets.describe.${key}`) };
}
