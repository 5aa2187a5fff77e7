import { isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { counted, inDigits, t } from '../words.ts';
import { theImport } from './the-import.ts';

/** How far the import came: under way, stopped, done; and what to do next. */
export function ImportStatus({ plans }: { plans: readonly RowPlan[] }) {
  const { progress, trouble, ended } = theImport;
  const ends = [...ended.value.values()].map(({ end }) => end);
  const imported = ends.filter((end) => end.outcome === 'imported');
  const failed = ends.length - imported.length;
  const left = plans.filter((plan) => isWriting(plan) && !ended.value.has(plan.line)).length;
  const bare = imported.filter((end) => !end.hasPassword).length;
  const now = progress.value;
  return (
    <div class="transfer-status" role="status">
      {now ? (
        <div class="transfer-progress">
          <progress class="progress" max={now.all} value={now.done} aria-label={t('transfer.title')} />
          <span>{t('transfer.progress', { done: inDigits(now.done), all: inDigits(now.all) })}</span>
        </div>
      ) : null}
      {trouble.value ? (
        <div class="notice notice-bad">
          <h2 class="notice-title">{t('transfer.stopped')}</h2>
          <p>{visibleText(trouble.value)}</p>
          <p>{t('transfer.stoppedNext')}</p>
        </div>
      ) : null}
      {!now && ends.length > 0 ? (
        <div class={failed > 0 ? 'notice notice-caution' : 'notice notice-good'}>
          <h2 class="notice-title">
            {[
              counted('transfer.imported', imported.length),
              ...(failed > 0 ? [counted('transfer.failed', failed)] : []),
              ...(left > 0 ? [counted('transfer.left', left)] : []),
            ].join(', ')}
          </h2>
          {bare > 0 ? <p>{counted('transfer.next', bare)}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
