import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ConnectionSettings, securityOf } from '../../shared/account.ts';
import { stagesOf } from '../../shared/stages.ts';
import type { ShownTest } from './shown-test.ts';
import { Age } from '../status/age.tsx';
import { causeTitle } from '../status/cause-title.ts';
import { t } from '../words.ts';
import { StageLine } from './stage-line.tsx';
import { VerdictBanner, type VerdictActions } from './verdict-banner.tsx';
import { failedStage, type Walk, walkOf } from '../status/walk.ts';

interface TestPanelProps extends VerdictActions {
  panelRef: RefObject<HTMLElement | null>;
  name: string;
  /** What was tested, or will be. */
  connection: ConnectionSettings;
  shown: ShownTest | undefined;
  /** The form is busy: nothing new can be started. */
  busy: boolean;
}

/** The walk of a test, stage by stage as it happens, and below its verdict what to do next. */
export function TestPanel({ panelRef, name, connection, shown, ...actions }: TestPanelProps) {
  const walk = walkOf(stagesOf(connection.type, securityOf(connection)), shown?.events ?? [], shown?.lost);
  const said = useAnnouncement(shown, walk, connection, name || t('test.thisAccount'));
  return (
    <section class="test" ref={panelRef} tabIndex={-1} aria-labelledby="test-title">
      <header class="test-head">
        <h2 class="test-title" id="test-title">
          {t('test.title')}
        </h2>
        {shown?.endedAt ? <Age iso={shown.endedAt} /> : null}
      </header>
      <p class="unseen" role="status">
        {said}
      </p>
      {shown ? (
        <VerdictBanner walk={walk} connection={connection} shown={shown} {...actions} />
      ) : (
        <p class="test-never">{t('test.neverLead')}</p>
      )}
      <ol class={shown ? 'stages' : 'stages stages-to-come'}>
        {walk.stages.map((stage) => (
          <StageLine key={stage.stage} stage={stage} connection={connection} />
        ))}
      </ol>
    </section>
  );
}

/** Said once, when a test that was seen running has ended. */
function useAnnouncement(
  shown: ShownTest | undefined,
  walk: Walk,
  connection: ConnectionSettings,
  name: string,
): string {
  const [said, setSaid] = useState('');
  const watched = useRef<string>(undefined);
  const running = shown?.running ?? false;
  useEffect(() => {
    if (running) {
      watched.current = shown?.testId;
      setSaid('');
    } else if (watched.current !== undefined && watched.current === shown?.testId && shown.lost) {
      watched.current = undefined;
      setSaid(t('test.finished.lost', { name }));
    } else if (watched.current !== undefined && watched.current === shown?.testId && walk.finished) {
      watched.current = undefined;
      const { verdict } = walk.finished;
      const failed = failedStage(walk);
      const cause = failed ? causeTitle(failed.failure, connection) : t('test.failed');
      setSaid(
        verdict === 'failed'
          ? t('test.finished.failed', { name, cause })
          : t(`test.finished.${verdict}`, { name }),
      );
    }
  }, [running, shown?.testId]);
  return said;
}
