import type { TestEvent, Verdict } from '../../../shared/event.ts';
import { evidenceWords } from '../../../shared/evidence-words.ts';
import type { Stage } from '../../../shared/stage.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { liveLine } from './live-line.ts';
import { runningLine, stageLine } from './stage-line.ts';
import { type Subject, heading } from './subject.ts';
import { transcriptLines } from './transcript-lines.ts';
import { type FailedStage, type Finished, verdictText } from './verdict-text.ts';

/** Writes a test for a person, stage by stage as it happens, then the verdict, its cause and what to do. */
export async function report(
  events: AsyncIterable<TestEvent>,
  out: Output,
  subject: Subject,
): Promise<Verdict> {
  const tint = paint(out);
  const live = liveLine(out);
  let running: Stage | undefined;
  let failed: FailedStage | undefined;
  let finished: Finished | undefined;
  out.write(`${tint('strong', heading(subject))}\n`);

  for await (const event of events) {
    if (event.type === 'started') {
      running = event.stage;
      live.show(runningLine(event.stage));
    } else if (event.type === 'transcript') {
      live.keep();
      for (const line of transcriptLines(event)) out.write(`${tint('quiet', line)}\n`);
    } else if (event.type === 'passed') {
      running = undefined;
      const words = evidenceWords(event.stage, event.evidence, {
        security: subject.security,
        username: subject.settings.username,
      });
      live.replace(stageLine('passed', event.stage, event.ms, words, tint));
    } else if (event.type === 'failed') {
      running = undefined;
      failed ??= event;
      live.replace(stageLine('failed', event.stage, event.ms, event.failure.kind, tint));
    } else {
      finished = event;
    }
  }
  if (running) live.replace(stageLine('stopped', running, undefined, '', tint));
  out.write(verdictText(finished, failed ?? running, subject, out));
  return finished?.verdict ?? 'failed';
}
