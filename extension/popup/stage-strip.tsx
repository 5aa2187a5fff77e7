import { Check, CircleDashed, CircleStop, type IconNode, LoaderCircle, X } from 'lucide';
import { type ConnectionSettings, securityOf } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import { stagesOf } from '../../shared/stages.ts';
import { duration } from '../status/duration.ts';
import { Icon } from '../status/icon.tsx';
import { walkOf, type WalkStage } from '../status/walk.ts';
import { t } from '../words.ts';

interface StageStripProps {
  events: readonly TestEvent[];
  connection: ConnectionSettings;
  /** There was a test, so that there are stages to come. */
  tested: boolean;
}

/** The stages of a test in a line or two, each with its symbol and time. */
export function StageStrip({ events, connection, tested }: StageStripProps) {
  // Their place, while they are read: what stands below does not move.
  if (events.length === 0) return tested ? <div class="stages-waiting" /> : null;
  const walk = walkOf(stagesOf(connection.type, securityOf(connection)), events);
  const reached = walk.stages.filter(({ state }) => state !== 'skipped');
  return (
    <ol class="stages" aria-label={t('popup.stages')}>
      {reached.map(({ stage, state, ms }) => (
        <li key={stage} class={`stage stage-${state}`}>
          <Icon of={signs[state]} size={12} class={state === 'running' ? 'icon-turning' : 'stage-sign'} />
          <span class="unseen">{t(`status.stageStates.${state}`)}:</span> {t(`status.stages.${stage}`)}
          {ms !== undefined && <span class="stage-ms"> {duration(ms)}</span>}
        </li>
      ))}
    </ol>
  );
}

const signs: Record<WalkStage['state'], IconNode> = {
  passed: Check,
  failed: X,
  running: LoaderCircle,
  waiting: CircleDashed,
  stopped: CircleStop,
  skipped: CircleDashed,
};
