import { useState } from 'preact/hooks';
import { isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import { Confirmations } from './confirmations.tsx';
import { ImportStatus } from './import-status.tsx';
import { PreviewTable } from './preview-table.tsx';
import { type Shown, ShownRows } from './shown-rows.tsx';
import { theImport } from './the-import.ts';

/** A file that was read: what it would do, what is to be confirmed, and how far it came. */
export function ChosenFile({ away }: { away: boolean }) {
  const [shown, setShown] = useState<Shown>('all');
  const { chosen, plans } = theImport;
  if (chosen.value.state !== 'read') return null;
  const { name, file } = chosen.value;
  const all = plans.value;
  if (!all) return away ? null : <p role="status">{t('accounts.list.loading')}</p>;
  const rows = all.filter((plan) => isShown(plan, shown));
  return (
    <>
      <ImportStatus plans={all} />
      {file.passwords ? (
        <div class="notice notice-caution">
          <h2 class="notice-title">{t('transfer.passwordsTitle')}</h2>
          <p>{t('transfer.passwords')}</p>
        </div>
      ) : null}
      <Confirmations plans={all} />
      <div class="transfer-tools">
        <p class="transfer-name">
          <strong>{visibleText(name, 120)}</strong>
          {file.notRead.length > 0 ? (
            <span class="transfer-not-read">
              {t('transfer.notRead', {
                columns: file.notRead.map((heading) => visibleText(heading, 40)).join(', '),
              })}
            </span>
          ) : null}
        </p>
        <ShownRows plans={all} shown={shown} onShow={setShown} />
      </div>
      <PreviewTable file={file} plans={rows} />
    </>
  );
}

function isShown(plan: RowPlan, shown: Shown): boolean {
  if (shown === 'all') return true;
  return shown === 'asked'
    ? isWriting(plan) && (plan.asked.plain || plan.asked.address)
    : plan.what === shown;
}
