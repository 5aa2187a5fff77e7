import { duration } from '../../../shared/duration.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Stage } from '../../../shared/stage.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { TestWarning } from '../../../shared/warning.ts';
import { warningSentence } from '../../../shared/warning-sentence.ts';
import { type Tone, paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { failureReport } from './failure-report.ts';
import type { Subject } from './subject.ts';

export type FailedStage = Extract<TestEvent, { type: 'failed' }>;
export type Finished = Extract<TestEvent, { type: 'finished' }>;

/** What stands under the stages. `end` is the failed stage, or the one that was left running. */
export function verdictText(
  finished: Finished | undefined,
  end: FailedStage | Stage | undefined,
  subject: Subject,
  out: Output,
): string {
  const tint = paint(out);
  if (!finished) {
    return `${tint('bad', '✕ Failed')}: the test ended without a verdict; this is a mistake in Mailprobe.\n`;
  }
  const { verdict, ms, warnings } = finished;
  const failed = typeof end === 'object' ? end : undefined;
  if (verdict === 'failed' && failed) {
    return `\n${failureReport(failed, ms, subject, out)}${warningText(warnings, out, tint)}`;
  }
  const at = failed?.stage ?? end;
  const words = {
    passed: tint('good', `✓ Passed in ${duration(ms)}`),
    failed: tint('bad', `✕ Failed after ${duration(ms)}`),
    cancelled: tint(
      'caution',
      `✕ Cancelled${typeof at === 'string' ? ` at ${at}` : ''} after ${duration(ms)}`,
    ),
  };
  return `${words[verdict]}\n${warningText(warnings, out, tint)}`;
}

function warningText(
  warnings: readonly TestWarning[],
  out: Output,
  tint: (tone: Tone, text: string) => string,
): string {
  return warnings
    .map((warning) => {
      const sentence = visibleText(warningSentence(warning));
      return `${tint('caution', '! Warning')}: ${wrap(sentence, out, '  ', '')}\n`;
    })
    .join('');
}
