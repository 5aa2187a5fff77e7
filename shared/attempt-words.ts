import type { Attempt } from './evidence.ts';
import { evidenceTexts as english } from './texts/en/evidence.ts';
import { textsOf } from './texts.ts';

const texts = textsOf('evidence', english);

/** Such as `2001:db8::1 (ENETUNREACH after 1 ms), 192.0.2.1 (ETIMEDOUT after 5000 ms)`. */
export function attemptWords(attempts: readonly Attempt[]): string {
  return attempts.map(({ address, ms, error }) => texts().attempt(address, error, Math.round(ms))).join(', ');
}
