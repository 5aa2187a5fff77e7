import type { MessageIds, TestEvent } from '../../shared/event.ts';
import { failureOf } from './failure-of.ts';
import { openSession, type WalkOptions, type WalkRequest } from './open-session.ts';
import { registry } from './registry.ts';
import { elapsed, type Probe } from './session.ts';
import { warningsOf } from './warnings.ts';

/** Its signal ends the test with verdict `cancelled`. */
export type TestOptions = WalkOptions;

/** Walks through one test. Never throws: whatever goes wrong is a `failed` event; the last event is `finished`. */
export function runTest(request: WalkRequest, options: TestOptions = {}): AsyncGenerator<TestEvent, void> {
  return runWalk(request, registry[request.settings.type], options);
}

/** Any walk to a mail server, told as a test is; `whole` names it in a sentence. */
export async function* runWalk(
  request: WalkRequest,
  load: () => Promise<Probe>,
  options: TestOptions = {},
  whole = 'The test',
): AsyncGenerator<TestEvent, void> {
  const { settings } = request;
  const started = performance.now();
  const open = openSession(request, options, whole);
  const { session, scrubber } = open;
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
    const { cancelled } = open;
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
    open.close();
  }
}

function idsOf(evidence: Record<string, unknown>): MessageIds | undefined {
  const { count, newest } = evidence;
  return typeof count === 'number' && Array.isArray(newest)
    ? { count, newest: newest.map(String) }
    : undefined;
}
