import type { ConnectionSettings } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Evidence } from '../../shared/evidence.ts';
import type { Stage } from '../../shared/stage.ts';
import type { TestWarning } from '../../shared/warning.ts';
import type { Secret } from '../secret.ts';
import type { Transcript } from './transcript.ts';
import type { Resolver } from './wire/resolve.ts';
import type { Wire } from './wire/wire.ts';

/** What one walk holds in its hands. */
export interface Session {
  readonly settings: ConnectionSettings;
  readonly password: Secret;
  /** Aborted by the deadline or by the person; its reason is the error. */
  readonly signal: AbortSignal;
  /** Rejects with the signal's reason. */
  readonly interrupted: Promise<never>;
  readonly timeoutMs: number;
  /** Aborts the signal when the time is over, also while its timer has no turn. */
  readonly checkDeadline: () => void;
  /** A step of a long walk is done: deadline and limits count anew. */
  readonly prolong: () => void;
  readonly transcript: Transcript;
  readonly resolver: Resolver;
  readonly ca: string | undefined;
  /** The stage under way and when it began (`performance.now()`). */
  at: { stage: Stage; started: number };
  /** Set once connected. */
  wire: Wire | undefined;
  greeting: string | undefined;
  /** Sentences a pass does not hide. */
  readonly warnings: TestWarning[];
  /** Run at the end of the walk, however it ends. */
  readonly cleanups: (() => void)[];
}

/** A probe is a walk through stages: it yields their events and throws at the first that fails. */
export type Probe = (session: Session) => AsyncGenerator<TestEvent, void>;

/**
 * One stage: yields `started`, the transcript while it runs, and `passed` with its evidence. Throws
 * what the step throws, or the signal's reason as soon as it is aborted.
 */
export async function* stage<Name extends Stage, Result>(
  session: Session,
  name: Name,
  step: () => Promise<{ result: Result; evidence: Evidence[Name] }>,
): AsyncGenerator<TestEvent, Result> {
  const started = performance.now();
  session.at = { stage: name, started };
  session.transcript.enter(name);
  session.wire?.forgetWords();
  yield { type: 'started', stage: name };
  const work = Promise.race([step(), session.interrupted]);
  yield* session.transcript.follow(work);
  const { result, evidence } = await work;
  yield { type: 'passed', stage: name, ms: elapsed(started), evidence };
  return result;
}

/** Waits for work of our own, which the server's deadline does not count. */
export async function withoutDeadline<T>(session: Session, work: Promise<T>): Promise<T> {
  const timer = setInterval(session.prolong, Math.min(1_000, session.timeoutMs / 4));
  try {
    return await work;
  } finally {
    clearInterval(timer);
    session.prolong();
  }
}

/** A promise that rejects with the signal's reason; nobody needs to listen. */
export function interruptionOf(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}

/** Milliseconds since `started`, to a tenth. */
export function elapsed(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
