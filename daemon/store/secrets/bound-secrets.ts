import { type BoundSettings, endpointBinding } from '../../../shared/endpoint-binding.ts';
import type { Secret } from '../../secret.ts';
import { readItem, writeItem } from './item.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Access, SecretStore, StoreResult, StoreTrouble } from './secret-store.ts';
import type { Sentence } from '../../sentence.ts';
import { texts } from '../texts.ts';

export type FoundSecret =
  | { outcome: 'found'; secret: Secret }
  /** `secret_required`: one is stored, for another place. `missing`: none is stored. */
  | { outcome: 'secret_required' | 'missing'; sentence: Sentence }
  | ({ outcome: 'trouble' } & StoreTrouble);

/** The passwords of one installation's accounts in one store, each handed out only to the settings it was typed for. */
export interface BoundSecrets {
  readonly store: SecretStore;
  /** The item's name in the store. */
  nameOf(accountId: string): string;
  get(accountId: string, settings: BoundSettings, access?: Access): Promise<FoundSecret>;
  set(
    accountId: string,
    settings: BoundSettings,
    secret: Secret,
    access?: Access,
  ): Promise<StoreResult<undefined>>;
  delete(accountId: string, access?: Access): Promise<StoreResult<boolean>>;
  /** Ids of the accounts with an item; `undefined` where the store cannot list. */
  accountIds(access?: Access): Promise<StoreResult<string[] | undefined>>;
}

/** Throws a RangeError for an installation's or account's id that could name another's item. */
export function boundSecrets(store: SecretStore, installId: string): BoundSecrets {
  const prefix = `${idPart(installId)}/`;
  const nameOf = (accountId: string) => prefix + idPart(accountId);
  // Digests end in any order; the store is asked in the order of the calls.
  const inTurn = oneAtATime();
  const bindingOf = (settings: BoundSettings) => inTurn(() => endpointBinding(settings));
  return {
    store,
    nameOf,
    async get(accountId, settings, access) {
      const binding = await bindingOf(settings);
      const found = await store.get(nameOf(accountId), access);
      if ('trouble' in found) return { outcome: 'trouble', ...found.trouble };
      if (found.value === undefined) return { outcome: 'missing', sentence: texts.noPassword };
      const secret = readItem(found.value, binding);
      return secret
        ? { outcome: 'found', secret }
        : { outcome: 'secret_required', sentence: texts.passwordElsewhere };
    },
    async set(accountId, settings, secret, access) {
      const item = writeItem(await bindingOf(settings), secret);
      return store.set(nameOf(accountId), item, access);
    },
    async delete(accountId, access) {
      await inTurn(async () => undefined);
      return store.delete(nameOf(accountId), access);
    },
    async accountIds(access) {
      const names = await store.names(access);
      if ('trouble' in names || names.value === undefined) return names;
      const own = names.value.filter((name) => name.startsWith(prefix));
      return { value: own.map((name) => name.slice(prefix.length)) };
    },
  };
}

function idPart(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new RangeError('An id is 1 to 64 letters, digits, - and _.');
  return id;
}
