import type { TestEvent } from '../../../shared/event.ts';

const mostCharacters = 64 * 1024;

/** The events of a test as its result keeps them: without transcript, and evidence only as far as it fits into 64 KiB. */
export function keptEvents(events: readonly TestEvent[]): TestEvent[] {
  let kept = events.filter(({ type }) => type !== 'transcript');
  while (JSON.stringify(kept).length > mostCharacters) {
    const largest = kept.reduce((one, other) => (evidenceSize(other) > evidenceSize(one) ? other : one));
    if (evidenceSize(largest) <= emptySize) return kept.filter(({ type }) => type === 'finished');
    kept = kept.map((event) => (event === largest ? withoutEvidence(event) : event));
  }
  return kept;
}

const emptySize = '{}'.length;

function evidenceSize(event: TestEvent): number {
  if (event.type === 'passed') return JSON.stringify(event.evidence).length;
  return event.type === 'failed' ? JSON.stringify(event.failure.evidence ?? {}).length : 0;
}

function withoutEvidence(event: TestEvent): TestEvent {
  if (event.type === 'passed') return { ...event, evidence: {} };
  return event.type === 'failed' ? { ...event, failure: { ...event.failure, evidence: {} } } : event;
}
