import type { KeychainRequest } from './keychain-request.ts';
import { StoreProblem } from './store-problem.ts';
import { texts } from '../texts.ts';

export type Ask = (request: KeychainRequest) => Promise<string | boolean | null>;

/** Whether the canary was ever written: kept outside the keychain, with the daemon's settings. */
export interface CanaryMemory {
  written(): boolean;
  remember(): void;
}

export interface Canary {
  name: string;
  memory: CanaryMemory;
}

/**
 * keytar answers "not found" also for a locked keychain. Our canary must be found: throws a `StoreProblem` with
 * `locked` when it was written once and is not seen now, and writes it when it never was.
 */
export async function proveUnlocked(ask: Ask, canary: Canary): Promise<void> {
  if (await seen(ask, canary)) return;
  if (canary.memory.written()) throw new StoreProblem('locked', texts.keychainLocked);
  await plantCanary(ask, canary);
}

/** For a keychain that has just taken an item; anew when somebody has emptied it. */
export async function plantCanary(ask: Ask, canary: Canary): Promise<void> {
  if (!(await seen(ask, canary))) {
    await ask({ verb: 'set', name: canary.name, value: song });
    if (!(await seen(ask, canary))) throw new StoreProblem('unavailable', texts.keychainForgetful);
  }
  if (!canary.memory.written()) canary.memory.remember();
}

async function seen(ask: Ask, { name }: Canary): Promise<boolean> {
  return (await ask({ verb: 'get', name })) === song;
}

const song = 'v1.canary';
