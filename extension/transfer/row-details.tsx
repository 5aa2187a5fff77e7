import { isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import type { ReadFile } from '../../shared/transfer/row.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import { t } from '../words.ts';
import type { RowEnd } from './importer.ts';
import { errorWords, fieldLabel, placeWords, shownValue } from './row-words.ts';
import { theImport } from './the-import.ts';

interface RowDetailsProps {
  file: ReadFile;
  plan: RowPlan;
  end: RowEnd | undefined;
}

/** Why a row is refused, which fields change, what it costs, and how it ended. */
export function RowDetails({ file, plan, end }: RowDetailsProps) {
  if (plan.what === 'refused') return <Lines bad lines={plan.errors.map(errorWords)} />;
  if (plan.what === 'duplicate')
    return <Lines lines={[t('transfer.duplicateOf', { place: placeWords(file, plan.of) })]} />;
  if (!isWriting(plan)) return null;
  return (
    <>
      {end?.outcome === 'failed' ? <Lines bad lines={[visibleText(end.reason)]} /> : null}
      {plan.what === 'changes' ? (
        <ul class="transfer-lines">
          {plan.changes.map(({ field, from, to }) => (
            <li key={field}>
              {fieldLabel(field)}: <del>{shownValue(from)}</del> <span aria-hidden="true">→</span>{' '}
              <ins>{shownValue(to)}</ins>
            </li>
          ))}
        </ul>
      ) : null}
      {end?.outcome === 'imported' ? (
        end.hasPassword ? null : (
          <p class="transfer-line">
            <a href={recordAddress(end.id)}>{t('transfer.typePassword')}</a>
          </p>
        )
      ) : (
        <Marks plan={plan} />
      )}
    </>
  );
}

function Marks({ plan }: { plan: Extract<RowPlan, { what: 'new' | 'changes' }> }) {
  const { plain, address } = theImport.confirmed.value;
  const lines = [
    ...(plan.what === 'changes' && plan.losesPassword ? [t('transfer.marks.losesPassword')] : []),
    ...(plan.what === 'changes'
      ? plan.resets.map((property) => t('transfer.marks.resets', { property }))
      : []),
    ...(plan.asked.plain ? [t(plain ? 'transfer.marks.plainYes' : 'transfer.marks.plain')] : []),
    ...(plan.asked.address ? [t(address ? 'transfer.marks.addressYes' : 'transfer.marks.address')] : []),
  ];
  return <Lines caution lines={lines} />;
}

function Lines({ lines, bad, caution }: { lines: readonly string[]; bad?: true; caution?: true }) {
  if (lines.length === 0) return null;
  const tone = bad ? ' transfer-bad' : caution ? ' transfer-caution' : '';
  return (
    <ul class={`transfer-lines${tone}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
