import { useComputed } from '@preact/signals';
import { isConfirmed, isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import type { ReadFile } from '../../shared/transfer/row.ts';
import { t } from '../words.ts';
import { PreviewRow } from './preview-row.tsx';
import { theImport } from './the-import.ts';

/** What is done with each row of a file; those that would be written can be unticked. */
export function PreviewTable({ file, plans }: { file: ReadFile; plans: readonly RowPlan[] }) {
  const { unticked, progress, ended, confirmed } = theImport;
  const lines = plans
    .filter(isWriting)
    .filter((plan) => isConfirmed(plan, confirmed.value))
    .map(({ line }) => line);
  const isDone = (line: number) => ended.value.get(line)?.end.outcome === 'imported';
  const running = useComputed(() => progress.value !== undefined).value;
  // Not looked at while it runs: each row that ends would draw the whole table anew.
  const done = !running && lines.every(isDone);
  const ticked = lines.filter((line) => !unticked.value.has(line)).length;
  return (
    <table class="table transfer-table">
      <thead>
        <tr>
          <th scope="col" class="transfer-tick">
            <input
              class="check-box"
              type="checkbox"
              aria-label={t('transfer.tickAll')}
              checked={lines.length > 0 && ticked === lines.length}
              ref={(box) => {
                if (box) box.indeterminate = ticked > 0 && ticked < lines.length;
              }}
              disabled={done || running}
              onChange={(event) => theImport.tick(lines, event.currentTarget.checked)}
            />
          </th>
          <th scope="col" class="transfer-place">
            {t(file.format === 'csv' ? 'transfer.columns.line' : 'transfer.columns.account')}
          </th>
          <th scope="col" class="transfer-who">
            {t('transfer.columns.name')}
          </th>
          <th scope="col" class="transfer-what">
            {t('transfer.columns.what')}
          </th>
          <th scope="col">{t('transfer.columns.details')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PreviewRow key={plan.line} file={file} plan={plan} />
        ))}
      </tbody>
    </table>
  );
}
