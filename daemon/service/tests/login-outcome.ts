import type { TestEvent } from '../../../shared/event.ts';
import type { FailureKind } from '../../../shared/failure.ts';

/**
 * Refusals that speak against the credentials, or that say that attempts are counted. Every other kind leaves open
 * whether the password is right: the server did not judge it, wants another kind of login, or cannot answer now.
 */
const refusing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'auth_bad_credentials',
  'auth_ambiguous',
  'auth_app_password_likely',
  'auth_account_disabled',
  'auth_rate_limited',
]);

/** What a test says of its password; undefined when it was cancelled, failed before, or was refused for another reason. */
export function loginOutcome(events: readonly TestEvent[]): 'accepted' | 'refused' | undefined {
  if (events.some((event) => event.type === 'passed' && event.stage === 'login')) return 'accepted';
  if (events.some((event) => event.type === 'finished' && event.verdict === 'cancelled')) return undefined;
  const refused = events.some(
    (event) => event.type === 'failed' && event.stage === 'login' && refusing.has(event.failure.kind),
  );
  return refused ? 'refused' : undefined;
}
