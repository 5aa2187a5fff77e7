import { useComputed } from '@preact/signals';
import { isWriting } from '../../shared/transfer/import-row.ts';
import type { RowPlan } from '../../shared/transfer/preview.ts';
import type { ReadFile } from '../../shared/transfer/row.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import { inDigits, t } from '../words.ts';
import { RowDetails } from './row-details.tsx';
import { placeWords } from './row-words.ts';
import { theImport } from './the-import.ts';

interface PreviewRowProps {
  file: ReadFile;
  plan: RowPlan;
}

/** One row of the file: what will be done with it, or what was. */
export function PreviewRow({ file, plan }: PreviewRowProps) {
  const { unticked, progress, ended } = theImport;
  const { line, what } = plan;
  // A row is drawn anew for itself alone.
  const end = useComputed(() => ended.value.get(line)).value?.end;
  const running = useComputed(() => progress.value !== undefined).value;
  const writing = isWriting(plan);
  const name = visibleText(plan.name, 128) || t('transfer.nameless');
  const state = end?.outcome ?? what;
  return (
    <tr class={`transfer-row transfer-is-${state}`}>
      <td class="transfer-tick">
        {writing ? (
          <input
            class="check-box"
            type="checkbox"
            aria-label={t('transfer.tick', { name })}
            checked={!unticked.value.has(line)}
            disabled={running || end?.outcome === 'imported'}
            onChange={(event) => theImport.tick([line], event.currentTarget.checked)}
          />
        ) : null}
      </td>
      <td class="transfer-place">{inDigits(line)}</td>
      <th scope="row" class="transfer-who">
        <span class="transfer-account" dir="auto">
          {end?.outcome === 'imported' ? <a href={recordAddress(end.id)}>{name}</a> : name}
        </span>
        <span class="transfer-server">{serverOf(plan)}</span>
        {/* Where there is no room for its column. */}
        <span class="transfer-at">{placeWords(file, line)}</span>
      </th>
      <td class="transfer-what">
        <span class={`transfer-state transfer-state-${state}`}>{t(`transfer.whats.${state}`)}</span>
      </td>
      <td class="transfer-details">
        <RowDetails file={file} plan={plan} end={end} />
      </td>
    </tr>
  );
}

function serverOf(plan: RowPlan): string {
  if (!isWriting(plan)) return plan.what === 'same' ? endpoint(plan.account) : '';
  return endpoint(plan.form);
}

function endpoint({
  connection: { type, server, port },
}: {
  connection: { type: string; server: string; port: number };
}) {
  return `${type.toUpperCase()} ${visibleText(server, 100)}:${port}`;
}
