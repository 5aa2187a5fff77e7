import type { Ephemeral } from './key-agreement.ts';
import { SessionFailure } from './session-failure.ts';
import type { KnownClient } from './session-table.ts';
import type { Bytes } from './web-crypto.ts';

/** What the daemon keeps between the start and the finish of a session. */
export interface HalfOpenSession {
  readonly client: KnownClient;
  readonly ephemeral: Ephemeral;
  readonly clientEphemeral: Bytes;
  readonly transcript: Bytes;
}

/** Sessions whose client has not proven itself. */
export interface HalfOpenSessions {
  /** The seventeenth pushes out the oldest: strangers cannot keep a client waiting. */
  add(sid: string, session: HalfOpenSession): void;
  /** Once, within 5 s. Its place stays until {@link settle}, so that a revocation meanwhile is seen. */
  take(sid: string): HalfOpenSession;
  /** Removes it; false when it was gone. */
  settle(sid: string): boolean;
  endClient(clientId: string): void;
}

const halfOpenLimits = { ageMs: 5000, count: 16 };

/** `nowMs` is monotonic. */
export function halfOpenSessions(nowMs: () => number): HalfOpenSessions {
  // In the order of their start.
  const entries = new Map<string, { session: HalfOpenSession; startedMs: number; taken: boolean }>();

  return {
    add(sid, session) {
      for (const [old, { startedMs }] of entries)
        if (nowMs() - startedMs >= halfOpenLimits.ageMs || entries.size >= halfOpenLimits.count)
          entries.delete(old);
      entries.set(sid, { session, startedMs: nowMs(), taken: false });
    },
    take(sid) {
      const entry = entries.get(sid);
      if (!entry) throw new SessionFailure('unknown_exchange');
      if (entry.taken) throw new SessionFailure('replayed');
      if (nowMs() - entry.startedMs >= halfOpenLimits.ageMs) throw new SessionFailure('expired');
      entry.taken = true;
      return entry.session;
    },
    settle: (sid) => entries.delete(sid),
    endClient(clientId) {
      for (const [sid, { session }] of entries) if (session.client.id === clientId) entries.delete(sid);
    },
  };
}
