import type { BoundSecrets } from './bound-secrets.ts';
import { type Access, type StoreResult, trouble } from './secret-store.ts';
import { texts } from '../texts.ts';

/** Copies an account's item as it is, its binding included, and reads it back. `missing` when there is none. */
export async function copySecret(
  from: BoundSecrets,
  to: BoundSecrets,
  accountId: string,
  access: Access,
): Promise<StoreResult<'copied' | 'missing'>> {
  const found = await from.store.get(from.nameOf(accountId), access);
  if ('trouble' in found) return found;
  if (found.value === undefined) return { value: 'missing' };
  const saved = await to.store.set(to.nameOf(accountId), found.value, access);
  if ('trouble' in saved) return saved;
  const back = await to.store.get(to.nameOf(accountId), access);
  if ('trouble' in back) return back;
  return back.value === found.value ? { value: 'copied' } : trouble('unavailable', texts.copyChanged);
}
