import type { TestEvent } from '../../shared/event.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';
import { stages } from '../../shared/stages.ts';

type Finished = Extract<TestEvent, { type: 'finished' }>;

/** One stage of a test, as far as it came. `stopped` was cut off, `skipped` was never reached. */
export interface WalkStage {
  readonly stage: Stage;
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'stopped' | 'skipped';
  readonly ms?: number;
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly failure?: Failure;
}

export interface Walk {
  readonly stages: readonly WalkStage[];
  readonly finished?: Finished;
}

/**
 * What the events of a test say, stage by stage; `expected` are those that its account's settings lead through. A
 * test that is `lost` goes no further.
 */
export function walkOf(expected: readonly Stage[], events: readonly TestEvent[], lost = false): Walk {
  const seen = new Map<Stage, WalkStage>();
  let finished: Finished | undefined;
  for (const event of events) {
    if (event.type === 'transcript') continue;
    if (event.type === 'finished') finished = event;
    else seen.set(event.stage, stageOf(event));
  }
  const shown = stages.filter((stage) => seen.has(stage) || (expected.includes(stage) && !passed(finished)));
  return {
    stages: shown.map((stage) =>
      ended(seen.get(stage) ?? { stage, state: 'waiting' }, lost || finished !== undefined),
    ),
    ...(finished ? { finished } : {}),
  };
}

/** The stage that runs now. */
export function runningStage(events: readonly TestEvent[]): Stage | undefined {
  const last = events.findLast((event) => event.type !== 'transcript' && event.type !== 'finished');
  return last && 'stage' in last ? last.stage : undefined;
}

/** The stage that failed, with why. */
export function failedStage({ stages }: Walk): { stage: Stage; failure: Failure } | undefined {
  for (const { stage, failure } of stages) if (failure) return { stage, failure };
  return undefined;
}

function stageOf(event: Exclude<TestEvent, { type: 'transcript' | 'finished' }>): WalkStage {
  const { stage } = event;
  if (event.type === 'started') return { stage, state: 'running' };
  if (event.type === 'passed') return { stage, state: 'passed', ms: event.ms, evidence: event.evidence };
  const { failure, ms } = event;
  return { stage, state: 'failed', ms, failure, ...(failure.evidence ? { evidence: failure.evidence } : {}) };
}

function ended(stage: WalkStage, over: boolean): WalkStage {
  if (!over) return stage;
  if (stage.state === 'running') return { ...stage, state: 'stopped' };
  return stage.state === 'waiting' ? { ...stage, state: 'skipped' } : stage;
}

function passed(finished: Finished | undefined): boolean {
  return finished?.verdict === 'passed';
}
