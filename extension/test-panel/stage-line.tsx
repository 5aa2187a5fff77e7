import { type ConnectionSettings, securityOf } from '../../shared/account.ts';
import { evidenceWords } from '../../shared/evidence-words.ts';
import { causeTitle } from '../status/cause-title.ts';
import { StateIcon } from '../status/state-icon.tsx';
import { duration } from '../status/duration.ts';
import { t } from '../words.ts';
import { StageDetails } from './stage-details.tsx';
import { certificatesOf, factsOf } from './stage-facts.ts';
import type { WalkStage } from '../status/walk.ts';

interface StageLineProps {
  stage: WalkStage;
  connection: ConnectionSettings;
}

/** One stage: symbol, name, the essence in words, its time; opened, all that it found out. */
export function StageLine({ stage, connection }: StageLineProps) {
  const { state, evidence = {}, ms } = stage;
  const facts = factsOf(evidence);
  const certificates = certificatesOf(evidence);
  const line = (
    <>
      <span class={`stage-icon state-${icons[state]}`}>
        <StateIcon state={icons[state]} />
        <span class="unseen">{t(`status.stageStates.${state}`)}: </span>
      </span>
      <span class="stage-name">{t(`status.stages.${stage.stage}`)}</span>
      <span class="stage-words">{wordsOf(stage, connection)}</span>
      <span class="stage-ms">{ms === undefined ? '' : duration(ms)}</span>
    </>
  );
  return (
    <li class={`stage stage-${state}`}>
      {facts.length + certificates.length > 0 ? (
        <details class="stage-details">
          <summary class="stage-line">{line}</summary>
          <StageDetails facts={facts} certificates={certificates} />
        </details>
      ) : (
        <div class="stage-line">{line}</div>
      )}
    </li>
  );
}

const icons = {
  waiting: 'untested',
  running: 'running',
  passed: 'works',
  failed: 'failed',
  stopped: 'cancelled',
  skipped: 'untested',
} as const;

function wordsOf({ stage, state, evidence, failure }: WalkStage, connection: ConnectionSettings): string {
  if (failure) return causeTitle(failure, connection);
  if (state === 'passed') {
    const about = { security: securityOf(connection), username: connection.username };
    return evidenceWords(stage, evidence, about);
  }
  return state === 'waiting' ? '' : t(`status.stageStates.${state}`);
}
