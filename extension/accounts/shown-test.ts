import type { TestEvent } from '../../shared/event.ts';
import type { LastTest } from '../../shared/last-test.ts';
import { accounts } from '../state/accounts.ts';
import { isLost, isOver, seenRun, seenRunOf } from '../state/runs.ts';
import type { AccountEditor } from './account-editor.ts';
import type { ShownTest } from '../test-panel/shown-test.ts';
import { draftOf, sameTest } from './draft.ts';

/** What was started here, else what runs or ran of this account, else its stored last test. */
export function shownTest(
  editor: AccountEditor,
  opened: LastTest | undefined,
  events: readonly TestEvent[],
): ShownTest | undefined {
  const { draft } = editor.form.value;
  const saved = editor.saved.value;
  const id = saved?.id;
  const edited =
    editor.passwordChanged.value || (saved !== undefined && !sameTest(draftOf(saved).draft, draft));
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
    const here = started?.testId === run.testId ? started : undefined;
    const other = here ? here.typed !== editor.password.value || !sameTest(here.draft, draft) : edited;
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
  const older = stored?.changed === true || edited;
  return { testId: opened.testId, events, running: false, endedAt: opened.endedAt, older };
}
