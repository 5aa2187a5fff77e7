import { verdicts } from '../../shared/event.ts';
import { Attempt, Certificate, evidence } from '../../shared/evidence.ts';
import { Failure, failureKinds } from '../../shared/failure.ts';
import { TestWarning } from '../../shared/warning.ts';
import { stages } from '../../shared/stages.ts';

const keysAndValues = [
  ['type', 'stage', 'ms', 'evidence', 'failure', 'from', 'text', 'verdict', 'ids', 'warnings'],
  ['started', 'passed', 'failed', 'transcript', 'finished', 'client', 'server', 'note'],
  ['validated', 'pinned', 'not validated'],
  TestWarning.def.options.flatMap(({ shape }) => [...Object.keys(shape), ...shape.kind.def.values]),
].flat();

/**
 * The contract's own words: keys and fixed values of an event. The scrubber leaves them alone where
 * they stand whole, so that a password such as `passed` cannot break the event it is kept out of.
 */
export const contractWords: ReadonlySet<string> = new Set([
  ...keysAndValues,
  ...stages,
  ...verdicts,
  ...failureKinds,
  ...[Failure, Certificate, Attempt, ...Object.values(evidence)].flatMap(({ shape }) => Object.keys(shape)),
]);
