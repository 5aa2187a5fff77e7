import '../style/popup-progress.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { runs } from '../state/runs.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { counted, inDigits, t } from '../words.ts';
import { runProgress } from './run-progress.ts';

/** More notes would push the rows out of sight. */
const mostNotes = 2;
/** The daemon stops so many at once. */
const mostCancelled = 1000;

/** The button that tests every active account, beside `children`; while tests run, how far they are. */
export function TestAll({ children }: { children: ComponentChildren }) {
  const [notes, setNotes] = useState<readonly string[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<ReadonlySet<Id>>(new Set());
  const progress = runProgress(runs.value, before.current);
  const running = progress.underWay.length > 0;
  const many = running && progress.of > 1;
  if (!running) before.current = new Set(runs.value.keys());

  const start = async () => {
    setNotes([]);
    try {
      const { skipped } = await call('testsStartAll', {});
      const told = skipped
        .slice(0, mostNotes)
        .map(({ accountId, reason }) => t('popup.skipped', { name: nameOf(accountId), reason }));
      const more = skipped.length - told.length;
      setNotes(more > 0 ? [...told, counted('popup.skippedMore', more)] : told);
    } catch (error) {
      setNotes([sentenceOf(error)]);
    }
  };
  const cancel = () => {
    // What is pressed here goes when the tests have ended.
    button.current?.focus();
    void call('testsCancel', { testIds: progress.underWay.slice(0, mostCancelled) }).catch(() => undefined);
  };
  const startOnce = () => {
    if (!many) void start();
  };
  useControlEnter(startOnce);

  return (
    <>
      <div class="summary">
        {many ? (
          // In the place of the words: no row moves when tests begin.
          <div class="progress">
            <span>{t('popup.progress', { done: inDigits(progress.done), of: inDigits(progress.of) })}</span>
            <button type="button" class="link" aria-label={t('popup.cancelAll')} onClick={cancel}>
              {t('popup.cancel')}
            </button>
            <progress max={progress.of} value={progress.done} aria-label={t('popup.progressLabel')} />
          </div>
        ) : (
          <p class="summary-words">{children}</p>
        )}
        <button
          type="button"
          ref={button}
          class="button button-main"
          // Not `disabled`, which would take the focus from it.
          aria-disabled={many}
          title={t('popup.testAllKeys')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={startOnce}
        >
          {t('popup.testAll')}
        </button>
      </div>
      {notes.map((note) => (
        <p key={note} class="summary-note" role="status">
          {note}
        </p>
      ))}
    </>
  );
}

/** From anywhere in the popup. A letter alone would start tests by a slip, and by speech (WCAG 2.1.4). */
function useControlEnter(act: () => void): void {
  const newest = useRef(act);
  newest.current = act;
  // With the paint: who sees the rows presses the first key.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function nameOf(accountId: Id): string {
  const name = accounts.value?.find(({ account }) => account.id === accountId)?.account.name;
  return visibleText(name ?? accountId, 128);
}
