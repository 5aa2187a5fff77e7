import { duration } from '../../../shared/duration.ts';
import type { Stage } from '../../../shared/stage.ts';
import type { Tone } from '../paint.ts';

type Outcome = 'passed' | 'failed' | 'stopped';
type Paint = (tone: Tone, text: string) => string;

const marks = { passed: ['good', '✓'], failed: ['bad', '✕'], stopped: ['caution', '✕'] } as const;

/** Such as `✓ passed   login        80 ms  PLAIN as ada@example.com`. `words` are clean already. */
export function stageLine(
  outcome: Outcome,
  stage: Stage,
  ms: number | undefined,
  words: string,
  tint: Paint,
): string {
  const [tone, symbol] = marks[outcome];
  const time = ms === undefined ? '' : duration(ms);
  const columns = `${tint(tone, `${symbol} ${outcome.padEnd(7)}`)}  ${stage.padEnd(8)}  ${time.padStart(9)}`;
  return words ? `${columns}  ${words}` : columns.trimEnd();
}

/** What stands there while the stage runs. */
export function runningLine(stage: Stage): string {
  return `… running  ${stage}`;
}
