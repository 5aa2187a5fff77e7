import type { ConnectionSettings } from '../../shared/account.ts';
import { securityOf } from '../../shared/security.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Stage } from '../../shared/stage.ts';
import { stagesOf } from '../../shared/stages.ts';

export interface StageRow {
  stage: Stage;
  state: 'passed' | 'failed' | 'running' | 'waiting' | 'stopped';
  ms?: number;
}

/** The stages of a test in their order: those it reached, and while it runs those it has before it. */
export function stageRows(
  events: readonly TestEvent[],
  { type, ...settings }: Pick<ConnectionSettings, 'type' | 'ssl' | 'tls'>,
): StageRow[] {
  const finished = events.some((event) => event.type === 'finished');
  const rows = stagesOf(type, securityOf(settings)).map((stage) => stageRow(stage, events, finished));
  return finished ? rows.filter(({ state }) => state !== 'waiting') : rows;
}

function stageRow(stage: Stage, events: readonly TestEvent[], finished: boolean): StageRow {
  const ended = events.find(
    (event) => (event.type === 'passed' || event.type === 'failed') && event.stage === stage,
  );
  if (ended?.type === 'passed' || ended?.type === 'failed') return { stage, state: ended.type, ms: ended.ms };
  const started = events.some((event) => event.type === 'started' && event.stage === stage);
  if (!started) return { stage, state: 'waiting' };
  return { stage, state: finished ? 'stopped' : 'running' };
}
