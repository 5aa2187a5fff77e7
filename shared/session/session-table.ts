import { type SequenceWindow, sequenceWindow } from './sequence-window.ts';
import { SessionFailure } from './session-failure.ts';
import type { SessionKeys } from './session-transcript.ts';
import type { Bytes } from './web-crypto.ts';

/** A client as the daemon keeps it. `key` is its public key, 65 bytes; `origin` is empty for the command line. */
export interface KnownClient {
  readonly id: string;
  readonly key: Bytes;
  readonly origin: string;
}

export interface DaemonSession {
  readonly sid: string;
  readonly client: KnownClient;
  readonly keys: SessionKeys;
  readonly window: SequenceWindow;
}

/** The sessions that are live. Ending one ends its open streams at once. */
export interface SessionTable {
  /** The ninth session of a client ends its longest idle one; `too_many` when all of them hold streams. */
  add(sid: string, client: KnownClient, keys: SessionKeys): void;
  /** Fails as `unknown_session`. */
  find(sid: string): DaemonSession;
  /** A proven request: the session is in use. */
  touch(sid: string): void;
  /** An open stream is activity. `onEnd` is called when the session ends first; the result closes the stream. */
  openStream(sid: string, onEnd: () => void): () => void;
  end(sid: string): void;
  endClient(clientId: string): void;
  /** Ends what is over: idle for 10 minutes, or 12 hours old. */
  sweep(): void;
}

interface Entry {
  readonly session: DaemonSession;
  readonly startedMs: number;
  readonly streams: Set<() => void>;
  usedMs: number;
}

const sessionLimits = { idleMs: 600_000, lifeMs: 43_200_000, perClient: 8 };

/** `nowMs` is monotonic. */
export function sessionTable(nowMs: () => number): SessionTable {
  const entries = new Map<string, Entry>();

  const end = (sid: string) => {
    const entry = entries.get(sid);
    entries.delete(sid);
    for (const onEnd of entry?.streams ?? []) onEnd();
  };
  const isOver = ({ startedMs, usedMs, streams }: Entry) =>
    nowMs() - startedMs >= sessionLimits.lifeMs ||
    (streams.size === 0 && nowMs() - usedMs >= sessionLimits.idleMs);
  const sweep = () => {
    for (const [sid, entry] of entries) if (isOver(entry)) end(sid);
  };
  const live = (sid: string): Entry => {
    const entry = entries.get(sid);
    if (entry && !isOver(entry)) return entry;
    end(sid);
    throw new SessionFailure('unknown_session');
  };
  const makeRoom = (clientId: string) => {
    sweep();
    const own = [...entries.values()].filter(({ session }) => session.client.id === clientId);
    if (own.length < sessionLimits.perClient) return;
    const [idlest] = own.filter(({ streams }) => streams.size === 0).toSorted((a, b) => a.usedMs - b.usedMs);
    if (!idlest) throw new SessionFailure('too_many');
    end(idlest.session.sid);
  };

  return {
    add(sid, client, keys) {
      makeRoom(client.id);
      const session = { sid, client, keys, window: sequenceWindow() };
      entries.set(sid, { session, startedMs: nowMs(), usedMs: nowMs(), streams: new Set() });
    },
    find: (sid) => live(sid).session,
    touch(sid) {
      live(sid).usedMs = nowMs();
    },
    openStream(sid, onEnd) {
      const entry = live(sid);
      // A function of its own: two streams may share one `onEnd`.
      const ending = () => onEnd();
      entry.streams.add(ending);
      return () => {
        if (entry.streams.delete(ending)) entry.usedMs = nowMs();
      };
    },
    end,
    endClient(clientId) {
      for (const [sid, { session }] of entries) if (session.client.id === clientId) end(sid);
    },
    sweep,
  };
}
