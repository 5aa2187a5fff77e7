import { useComputed } from '@preact/signals';
import { type AccountForm, securityOf } from '../../shared/account.ts';
import { isConfirmed, isWriting } from '../../shared/transfer/import-row.ts';
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
  const { unticked, progress, ended, confirmed } = theImport;
  const { line, what } = plan;
  // A row is drawn anew for itself alone.
  const end = useComputed(() => ended.value.get(line)).value?.end;
  const running = useComputed(() => progress.value !== undefined).value;
  const writing = isWriting(plan);
  // What is still to be confirmed is not written, and so not ticked.
  const open = useComputed(() => isWriting(plan) && isConfirmed(plan, confirmed.value)).value;
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
            checked={open && !unticked.value.has(line)}
            disabled={!open || running || end?.outcome === 'imported'}
            onChange={(event) => theImport.tick([line], event.currentTarget.checked)}
          />
        ) : null}
      </td>
      <td class="transfer-place">{inDigits(line)}</td>
      <th scope="row" class="transfer-who">
        <span class="transfer-account" dir="auto">
          {end?.outcome === 'imported' ? <a href={recordAddress(end.id)}>{name}</a> : name}
        </span>
        <Endpoint of={isWriting(plan) ? plan.form : plan.what === 'same' ? plan.account : undefined} />
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

/** Where it signs in, how it is protected on the way, and as whom. */
function Endpoint({ of }: { of: Pick<AccountForm, 'connection'> | undefined }) {
  if (!of) return null;
  const { type, server, port, username } = of.connection;
  const security = securityOf(of.connection);
  return (
    <>
      <span class="transfer-server">
        {t(`accounts.types.${type}`)} {visibleText(server, 100)}:{port}
      </span>
      <span class="transfer-server">
        <span class={security === 'plain' ? 'transfer-caution' : undefined}>
          {t(`accounts.securities.${security}`)}
        </span>
        {username === '' ? null : (
          <>
            {' · '}
            <bdi>{visibleText(username, 100)}</bdi>
          </>
        )}
      </span>
    </>
  );
}
