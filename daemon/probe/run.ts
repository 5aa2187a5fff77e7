import type { ConnectionSettings } from '../../shared/account.ts';
import { securityOf } from '../../shared/account.ts';
import type { MessageIds, TestEvent } from '../../shared/event.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Secret } from '../secret.ts';
import { classify } from './classify.ts';
import { contractWords } from './contract-words.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import { Scrubber } from './redaction/scrubber.ts';
import { registry } from './registry.ts';
import { elapsed, interruptionOf, type Probe, type Session } from './session.ts';
import { Transcript } from './transcript.ts';
import { warningsOf } from './warnings.ts';
import { shortened } from './wire/last-words.ts';
import { type Resolver, systemResolver } from './wire/resolve.ts';

export interface TestRequest {
  settings: ConnectionSettings;
  password: Secret;
}

export interface TestOptions {
  /** Ends the test with verdict `cancelled`. */
  signal?: AbortSignal;
  /** The one deadline of the whole walk; 15 s unless told otherwise. */
  timeoutMs?: number;
  /** PEM certificates trusted beside the system's, for this test only. */
  ca?: string;
  /** Stands in for the system's resolver. */
  resolver?: Resolver;
}

/** Walks through one test. Never throws: whatever goes wrong is a `failed` event; the last event is `finished`. */
export function runTest(request: TestRequest, options: TestOptions = {}): AsyncGenerator<TestEvent, void> {
  return runWalk(request, registry[request.settings.type], options);
}

/** Any walk to a mail server, told as a test is. */
export async function* runWalk(
  { settings, password }: TestRequest,
  load: () => Promise<Probe>,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  const started = performance.now();
  let stepStarted = started;
  const timeoutMs = options.timeoutMs ?? 15_000;
  const end = new AbortController();
  const timeOut = () =>
    end.abort(new CodedFailure('ETIMEDOUT', `The test did not end within ${timeoutMs} ms.`));
  const deadline = setTimeout(timeOut, timeoutMs);
  const scrubber = new Scrubber([password], { keep: contractWords });
  const signal = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
  const session: Session = {
    settings,
    password,
    signal,
    interrupted: interruptionOf(signal),
    timeoutMs,
    checkDeadline() {
      if (performance.now() - stepStarted > timeoutMs) timeOut();
    },
    prolong() {
      stepStarted = performance.now();
      deadline.refresh();
      session.wire?.renewLimits();
    },
    transcript: new Transcript(settings.type, scrubber, settings.debug),
    resolver: options.resolver ?? systemResolver,
    ca: options.ca,
    at: { stage: 'resolve', started },
    wire: undefined,
    greeting: undefined,
    warnings: [],
    cleanups: [],
  };
  let ids: MessageIds | undefined;
  try {
    const probe = await Promise.race([load(), session.interrupted]);
    for await (const event of probe(session)) {
      if (event.type === 'passed') session.warnings.push(...warningsOf(settings, event));
      if (event.type === 'passed' && event.stage === 'mailbox') ids = idsOf(event.evidence);
      yield scrubber.scrubDeep(event);
    }
    const { warnings } = session;
    yield scrubber.scrubDeep({
      type: 'finished',
      verdict: 'passed',
      ms: elapsed(started),
      ...(ids && { ids }),
      warnings,
    });
  } catch (error) {
    const cancelled = options.signal?.aborted === true && !end.signal.aborted;
    if (!cancelled) {
      const { stage, started: since } = session.at;
      yield scrubber.scrubDeep({
        type: 'failed',
        stage,
        ms: elapsed(since),
        failure: failureOf(session, error),
      });
    }
    const verdict = cancelled ? 'cancelled' : 'failed';
    yield scrubber.scrubDeep({ type: 'finished', verdict, ms: elapsed(started), warnings: session.warnings });
  } finally {
    clearTimeout(deadline);
    end.abort(new CodedFailure('ECLOSED', 'The test is over.'));
    for (const clean of session.cleanups) clean();
    session.wire?.destroy();
  }
}

function failureOf(session: Session, error: unknown): Failure {
  const { settings, at, greeting } = session;
  const known = error instanceof KnownFailure || error instanceof CodedFailure ? error : undefined;
  const reply = known?.reply === undefined ? session.wire?.words : shortened(known.reply);
  const cause = classify({
    type: settings.type,
    stage: at.stage,
    security: securityOf(settings),
    host: settings.server,
    error,
    ...(greeting === undefined ? {} : { greeting }),
    ...(reply === undefined ? {} : { reply }),
  });
  // `EREFUSED` is ours, for a reply that says it better itself.
  const refused = known instanceof CodedFailure && known.code === 'EREFUSED';
  const detail = refused ? undefined : (cause.detail ?? known?.message);
  return {
    kind: cause.kind,
    ...(reply ? { reply } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(cause.code === undefined || refused ? {} : { code: cause.code }),
    retry: cause.retry,
    ...(known?.evidence ? { evidence: known.evidence } : {}),
  };
}

function idsOf(evidence: Record<string, unknown>): MessageIds | undefined {
  const { count, newest } = evidence;
  return typeof count === 'number' && Array.isArray(newest)
    ? { count, newest: newest.map(String) }
    : undefined;
}
