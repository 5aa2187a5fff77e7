import type { Attempt } from './evidence.ts';

/** Such as `2001:db8::1 (ENETUNREACH after 1 ms), 192.0.2.1 (ETIMEDOUT after 5000 ms)`. */
export function attemptWords(attempts: readonly Attempt[]): string {
  return attempts
    .map(({ address, ms, error }) => `${address} (${error ?? 'answered'} after ${Math.round(ms)} ms)`)
    .join(', ');
}
