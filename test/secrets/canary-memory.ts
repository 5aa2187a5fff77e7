import type { CanaryMemory } from '../../daemon/store/secrets/keychain-canary.ts';

/** What the daemon remembers of the canary, for one test. */
export function canaryMemory(written = false): CanaryMemory {
  return {
    written: () => written,
    remember() {
      written = true;
    },
  };
}
