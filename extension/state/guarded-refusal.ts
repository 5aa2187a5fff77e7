import type { Refused } from '../../shared/refusal.ts';

/** Whether a test was refused since another login may lock the account. By name, as in `sentence-of.ts`. */
export function isGuardedRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refused' && (error as Refused).refusal.kind === 'guarded';
}
