import type { TestEvent } from '../../../shared/event.ts';
import { visibleLines } from '../../../shared/visible-text.ts';

const speakers = { client: 'C', server: 'S', note: '*' } as const;

/** The redacted session as it is shown under its stage: `  C: …` we, `  S: …` the server, `  *: …` a remark. */
export function transcriptLines({ from, text }: Extract<TestEvent, { type: 'transcript' }>): string[] {
  return visibleLines(text).map((line) => `  ${speakers[from]}: ${line}`);
}
