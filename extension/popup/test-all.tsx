import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { runs } from '../state/runs.ts';
import { t } from '../words.ts';
import { runProgress } from './run-progress.ts';
import { sentenceOf } from '../status/sentence-of.ts';

/** The button that tests every active account, beside `children`; while tests run, how far they are. */
export function TestAll({ children }: { children: ComponentChildren }) {
  const [notes, setNotes] = useState<readonly string[]>([]);
  const before = useRef<ReadonlySet<Id>>(new Set());
  const progress = runProgress(runs.value, before.current);
  const running = progress.underWay.length > 0;
  const many = running && progress.of > 1;
  if (!running) before.current = new Set(runs.value.keys());

  const start = async () => {
    setNotes([]);
    try {
      const { skipped } = await call('testsStartAll', {});
      setNotes(
        skipped.map(({ accountId, reason }) => t('popup.skipped', { name: nameOf(accountId), reason })),
      );
    } catch (error) {
      setNotes([sentenceOf(error)]);
    }
  };
  const cancel = () => void call('testsCancel', { testIds: progress.underWay }).catch(() => undefined);

  return (
    <>
      <div class="summary">
        <p class="summary-words">{children}</p>
        <button type="button" class="button button-main" disabled={many} onClick={() => void start()}>
          {t('popup.testAll')}
        </button>
      </div>
      {many && (
        <div class="progress">
          <progress max={progress.of} value={progress.done} aria-label={t('popup.progressLabel')} />
          <span>{t('popup.progress', { done: progress.done, of: progress.of })}</span>
          <button type="button" class="link" aria-label={t('popup.cancelAll')} onClick={cancel}>
            {t('popup.cancel')}
          </button>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} class="summary-note" role="status">
          {note}
        </p>
      ))}
    </>
  );
}

function nameOf(accountId: Id): string {
  return accounts.value?.find(({ account }) => account.id === accountId)?.account.name ?? accountId;
}
