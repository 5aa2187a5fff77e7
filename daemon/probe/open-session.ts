import type { ConnectionSettings } from '../../shared/account.ts';
import { CodedFailure } from './known-failure.ts';
import type { Secret } from '../secret.ts';
import { contractWords } from './contract-words.ts';
import { Scrubber } from './redaction/scrubber.ts';
import { interruptionOf, type Session } from './session.ts';
import { Transcript } from './transcript.ts';
import { type Resolver, systemResolver } from './wire/resolve.ts';

/** Where a walk leads, and with which password. */
export interface WalkRequest {
  settings: ConnectionSettings;
  password: Secret;
}

export interface WalkOptions {
  /** Ends the walk. */
  signal?: AbortSignal;
  /** The one deadline of the whole walk; 15 s unless told otherwise. */
  timeoutMs?: number;
  /** PEM certificates trusted beside the system's, for this walk only. */
  ca?: string;
  /** Stands in for the system's resolver. */
  resolver?: Resolver;
}

/** A session that is about to begin, and all that ends with it. */
export interface OpenSession {
  session: Session;
  /** Knows the password in every form. */
  scrubber: Scrubber;
  /** The signal that was given has ended it, not the deadline. */
  readonly cancelled: boolean;
  /** Another deadline from now on. */
  allow: (ms: number) => void;
  close: () => void;
}

/** `whole` names in a sentence what the deadline ends: "The test". */
export function openSession(
  { settings, password }: WalkRequest,
  { signal: given, timeoutMs = 15_000, ca, resolver = systemResolver }: WalkOptions,
  whole: string,
): OpenSession {
  const started = performance.now();
  const end = new AbortController();
  let allowedMs = timeoutMs;
  let endsMs = started + timeoutMs;
  const timeOut = () =>
    end.abort(new CodedFailure('ETIMEDOUT', `${whole} did not end within ${allowedMs} ms.`));
  let deadline = setTimeout(timeOut, timeoutMs);
  function allow(ms: number): void {
    clearTimeout(deadline);
    allowedMs = ms;
    endsMs = performance.now() + ms;
    deadline = setTimeout(timeOut, ms);
  }
  const scrubber = new Scrubber([password], { keep: contractWords });
  const signal = given ? AbortSignal.any([given, end.signal]) : end.signal;
  const session: Session = {
    settings,
    password,
    signal,
    interrupted: interruptionOf(signal),
    timeoutMs,
    checkDeadline() {
      if (performance.now() > endsMs) timeOut();
    },
    prolong() {
      allow(allowedMs);
      session.wire?.renewLimits();
    },
    transcript: new Transcript(settings.type, scrubber, settings.debug),
    resolver,
    ca,
    at: { stage: 'resolve', started },
    wire: undefined,
    greeting: undefined,
    warnings: [],
    cleanups: [],
  };
  return {
    session,
    scrubber,
    get cancelled() {
      return given?.aborted === true && !end.signal.aborted;
    },
    allow,
    close() {
      clearTimeout(deadline);
      end.abort(new CodedFailure('ECLOSED', `${whole} is over.`));
      for (const clean of session.cleanups) clean();
      session.wire?.destroy();
    },
  };
}
