import type { KeyObject } from 'node:crypto';
import type { oneAtATime } from './one-at-a-time.ts';
import type { Backend, SecretStore, StoreReport } from './secret-store.ts';
import { settle, StoreProblem } from './store-problem.ts';
import type { VaultFile } from './vault-file.ts';
import { type ClosedVault, openVault, type VaultItems } from './vault-format.ts';
import { damaged } from './vault-header.ts';
import type { Sentence } from '../../sentence.ts';
import { texts } from '../texts.ts';

/** The highest generation seen, kept elsewhere than beside the vault: so an old vault that was put back shows. */
export interface GenerationMemory {
  recall(): bigint;
  remember(generation: bigint): void;
}

export interface VaultParts {
  backend: Backend;
  file: VaultFile;
  inTurn: ReturnType<typeof oneAtATime>;
  /** Throws the `StoreProblem` that says why there is no key. */
  keyFor: (vault: ClosedVault) => Promise<KeyObject>;
  /** Said of a vault that opens. */
  ready: Sentence;
  generations?: GenerationMemory | undefined;
  close(): void;
}

export interface OpenVault {
  vault: ClosedVault;
  key: KeyObject;
  items: VaultItems;
}

/** A store in a vault file, which is read anew for each call: memory can never differ from the disk. */
export function vaultStore(parts: VaultParts): SecretStore {
  const { backend, inTurn } = parts;
  const withVault = <T>(job: (open: OpenVault) => Promise<T>) =>
    inTurn(() => settle(async () => job(await openParts(parts))));
  return {
    backend,
    async state() {
      const opened = await withVault(async ({ vault }) => vault.header.generation);
      return 'trouble' in opened ? opened.trouble : readyReport(parts, opened.value);
    },
    get: (name) => withVault(async ({ items }) => items.get(name)),
    set: (name, value) =>
      withVault(async (open) => {
        await rewrite(parts, open, new Map([...open.items, [name, value]]));
        return undefined;
      }),
    delete: (name) =>
      withVault(async (open) => {
        if (!open.items.has(name)) return false;
        await rewrite(parts, open, new Map([...open.items].filter(([other]) => other !== name)));
        return true;
      }),
    names: () => withVault(async ({ items }) => [...items.keys()]),
    async close() {
      await inTurn(async () => parts.close());
    },
  };
}

/** The vault as it lies on the disk, opened. Throws a `StoreProblem`. */
export async function openParts({ backend, file, keyFor }: VaultParts): Promise<OpenVault> {
  const vault = await file.read();
  if (!vault) {
    throw new StoreProblem('unavailable', texts.vaultMissing(backend));
  }
  const key = await keyFor(vault);
  const items = openVault(vault, key);
  if (!items) throw damaged(texts.vaultWrongKey);
  return { vault, key, items };
}

/** The next generation, under `change` where the key or how it is made is another from now on. */
export async function rewrite(
  { file, generations }: VaultParts,
  { vault: { header }, key }: OpenVault,
  items: VaultItems,
  change: Partial<{ key: KeyObject; kdf: ClosedVault['header']['kdf'] }> = {},
): Promise<void> {
  const generation = header.generation + 1n;
  await file.write(items, change.key ?? key, { kdf: change.kdf ?? header.kdf, generation });
  generations?.remember(generation);
}

function readyReport({ ready, generations }: VaultParts, generation: bigint): StoreReport {
  const older = generations !== undefined && generation < generations.recall();
  return { state: 'ready', sentence: ready, ...(older ? { warning: texts.vaultOlder } : {}) };
}
