import { readdirSync, readFileSync } from 'node:fs';
import { keychain } from '../../daemon/store/secrets/keychain.ts';
import type { SecretStore } from '../../daemon/store/secrets/secret-store.ts';
import { canaryMemory } from './canary-memory.ts';

/**
 * The real deadline is 10 s; this is the same code with a shorter one, in which a busy machine still
 * starts the child.
 */
export const limits = { deadlineMs: 3000, promptMs: 6000, refusalMs: 5000 };

/** A keychain with keytar, in a session of its own. */
export function storeIn(env: NodeJS.ProcessEnv, canaryWritten = false): SecretStore {
  return keychain({ installId: 'install', canaryMemory: canaryMemory(canaryWritten), env, limits });
}

/** The ids of the processes that run `keychain-child.ts` for this one. */
export function childrenOf(parent: number): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((pid) => isChild(pid, parent));
}

function isChild(pid: number, parent: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return status?.[1] === String(parent) && status[0] !== 'Z' && command.includes('keychain-child');
  } catch {
    return false;
  }
}
