import * as z from 'zod/mini';
import { againSentence } from '../../../shared/again-sentence.ts';
import { attemptWords } from '../../../shared/attempt-words.ts';
import { duration } from '../../../shared/duration.ts';
import type { TestEvent } from '../../../shared/event.ts';
import { Attempt } from '../../../shared/evidence.ts';
import { explain } from '../../../shared/explanation.ts';
import { visibleLines, visibleText } from '../../../shared/visible-text.ts';
import { type Tone, paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { certificateReport } from './certificate-report.ts';
import { optionLegend } from './option-legend.ts';
import { stepLines } from './step-lines.ts';
import type { Subject } from './subject.ts';

type FailedStage = Extract<TestEvent, { type: 'failed' }>;

/** Under the failed stage: the cause, the server's words, what we saw, the steps, and whether trying again can help. */
export function failureReport(
  { stage, failure }: FailedStage,
  totalMs: number,
  subject: Subject,
  out: Output,
  /** What stands first; without it the stage that failed. */
  heading = `Failed at ${stage}`,
): string {
  const tint = paint(out);
  const { settings, security } = subject;
  const { type, server, port } = settings;
  const { detail, reply } = failure;
  const { title, why, steps } = explain(failure.kind, { type, server, port, security, detail, reply });
  const blocks = [
    `${tint('bad', `✕ ${heading}`)}: ${tint('strong', title)} (after ${duration(totalMs)})\n${wrap(visibleText(why), out)}`,
    quoted(failure.reply, tint),
    seen(failure, out),
    certificateReport(failure, out),
    ['What to do:', ...stepLines(steps, out)].join('\n'),
    wrap(optionLegend([why, ...steps]), out),
    againSentence(failure.retry),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function quoted(reply: string | undefined, tint: (tone: Tone, text: string) => string): string {
  if (!reply) return '';
  const lines = visibleLines(reply).map((line) => `${tint('quiet', '│')} ${line}`);
  return ['The server said:', ...lines].join('\n');
}

/** What the server did not say. A library's bare code adds nothing to the server's own words. */
function seen({ detail, code, evidence, reply }: FailedStage['failure'], out: Output): string {
  const attempts = z.array(Attempt).safeParse(evidence?.['attempts']).data ?? [];
  const coded = code && !detail?.includes(code) ? code : undefined;
  const facts = [
    detail && coded ? `${detail} (${coded})` : (detail ?? (reply ? undefined : coded)),
    attempts.length > 0 ? `Tried ${attemptWords(attempts)}.` : undefined,
  ].filter((fact) => fact !== undefined);
  if (facts.length === 0) return '';
  return ['What we saw:', ...facts.map((fact) => wrap(visibleText(fact), out, '  '))].join('\n');
}
