import type { TestEvent, Verdict } from '../../../shared/event.ts';
import { visibleJson } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';

/** Writes every event as one line of JSON, as it happens, and nothing else. */
export async function reportJson(events: AsyncIterable<TestEvent>, out: Output): Promise<Verdict> {
  let verdict: Verdict = 'failed';
  for await (const event of events) {
    out.write(`${visibleJson(event)}\n`);
    if (event.type === 'finished') verdict = event.verdict;
  }
  return verdict;
}
