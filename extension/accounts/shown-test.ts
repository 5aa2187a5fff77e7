import type { TestEvent } from '../../shared/event.ts';
import type { LastTest } from '../../shared/last-test.ts';
import { accounts } from '../state/accounts.ts';
import { isLost, isOver, seenRun, seenRunOf } from '../state/runs.ts';
import type { AccountEditor } from './account-editor.ts';
import type { ShownTest } from '../test-panel/shown-test.ts';
import { sameDraft } from './draft.ts';

/** What was started here, else what runs or ran of this account, else its stored last test. */
export function shownTest(
  editor: AccountEditor,
  opened: LastTest | undefined,
  events: readonly TestEvent[],
): ShownTest | undefined {
  const id = editor.saved.value?.id;
  const { draft } = editor.form.value;
  const stored = accounts.value?.find(({ account }) => account.id === id)?.lastTest ?? opened;
  const started = editor.tested.value;
  const seen = id === undefined ? undefined : seenRunOf(id);
  const run = started && (!seen || seen.testId <= started.testId) ? seenRun(started.testId) : seen;
  if (started && !run && !isOver(started.testId, started.streams))
    return { testId: started.testId, events: [], running: true, older: false };
  const known = stored?.testId ?? opened?.testId;
  if (started && !run && isLost(started.streams) && known !== started.testId)
    return { testId: started.testId, events: [], running: false, lost: true, older: false };
  if (run && (!opened || run.testId > opened.testId || (run.testId === opened.testId && !run.lost))) {
    const other = started?.testId === run.testId ? !sameDraft(started.draft, draft) : editor.dirty.value;
    const endedAt = stored?.testId === run.testId ? { endedAt: stored.endedAt } : {};
    return {
      testId: run.testId,
      events: run.events,
      running: !run.finished && !run.lost,
      ...(run.lost ? { lost: run.lost } : {}),
      ...endedAt,
      older: (run.finished || run.lost === true) && other,
    };
  }
  if (!opened || events.length === 0) return undefined;
  const older = stored?.changed === true || editor.dirty.value;
  return { testId: opened.testId, events, running: false, endedAt: opened.endedAt, older };
}
