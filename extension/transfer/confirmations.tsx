import { isWriting } from '../../shared/transfer/import-row.ts';
import type { Asked, RowPlan } from '../../shared/transfer/preview.ts';
import { counted, t } from '../words.ts';
import { theImport } from './the-import.ts';

/** What the form would ask about an account, asked once for all rows that need it. */
export function Confirmations({ plans }: { plans: readonly RowPlan[] }) {
  const { confirmed, progress, ended } = theImport;
  const open = plans.filter(isWriting).filter(({ line }) => !ended.value.has(line));
  const asked = (what: keyof Asked) => open.filter((plan) => plan.asked[what]).length;
  const questions = (['plain', 'address'] as const).filter((what) => asked(what) > 0);
  if (questions.length === 0) return null;
  return (
    <fieldset class="transfer-confirm">
      <legend class="transfer-confirm-title">{t('transfer.confirmTitle')}</legend>
      {questions.map((what) => (
        <div class="check" key={what}>
          <input
            class="check-box"
            type="checkbox"
            id={`confirm-${what}`}
            checked={confirmed.value[what]}
            disabled={progress.value !== undefined}
            aria-describedby={`confirm-${what}-help`}
            onChange={(event) => theImport.confirm(what, event.currentTarget.checked)}
          />
          <div class="check-words">
            <label class="field-label" for={`confirm-${what}`}>
              {counted(`transfer.confirm.${what}`, asked(what))}
            </label>
            <p class="field-help" id={`confirm-${what}-help`}>
              {t(`accounts.questions.${what}`)}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
